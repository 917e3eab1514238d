-- SPDX-License-Identifier: EUPL-1.2
-- Why: reports of two sources that look like one dose are shown as one. Where staff find that they are two, they part
-- them; that decision, and its undoing, is a row, and the one with the highest step holds. The ids stand in one order,
-- so that a pair is one pair whichever way it is asked for.
CREATE TABLE immunisation.parting (
  id         uuid PRIMARY KEY,
  one        uuid NOT NULL,
  other      uuid NOT NULL,
  step       smallint NOT NULL CHECK (step >= 1),
  act        text NOT NULL CHECK (act IN ('PARTED', 'UNDONE')),
  staff      text NOT NULL,
  reason     bytea NOT NULL,
  decided_at timestamptz NOT NULL,
  UNIQUE (one, other, step),
  CHECK (one < other),
  CHECK ((act = 'PARTED') = (step % 2 = 1))
);

CREATE INDEX parting_by_other ON immunisation.parting (other);

CREATE TRIGGER parting_is_append_only BEFORE UPDATE OR DELETE ON immunisation.parting
  FOR EACH ROW EXECUTE FUNCTION immunisation.refuse();
CREATE TRIGGER parting_is_not_emptied BEFORE TRUNCATE ON immunisation.parting
  FOR EACH STATEMENT EXECUTE FUNCTION immunisation.refuse();

GRANT SELECT, INSERT ON immunisation.parting TO registry_app;
