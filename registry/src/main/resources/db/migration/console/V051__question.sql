-- SPDX-License-Identifier: EUPL-1.2
-- Why: what is wrong with a report that waits is mostly repaired by its source. That somebody asked it, what and when,
-- is kept, so that colleagues do not ask again.
CREATE TABLE console.question (
  id       uuid PRIMARY KEY,
  report   uuid NOT NULL,
  staff    text NOT NULL,
  name     bytea NOT NULL,
  text     bytea NOT NULL,
  asked_at timestamptz NOT NULL
);

CREATE INDEX question_by_report ON console.question (report, asked_at);

CREATE TRIGGER question_is_append_only BEFORE UPDATE OR DELETE ON console.question
  FOR EACH ROW EXECUTE FUNCTION console.refuse();
CREATE TRIGGER question_is_not_emptied BEFORE TRUNCATE ON console.question
  FOR EACH STATEMENT EXECUTE FUNCTION console.refuse();

GRANT SELECT, INSERT ON console.question TO registry_app;
