-- SPDX-License-Identifier: EUPL-1.2
-- Why: a fact is never changed. Every state that a source reported of a dose is a row; the one with the highest step
-- holds. A row without a person is a dose that was shared anonymously: it counts, and leads to nobody.
CREATE SCHEMA immunisation;

CREATE TABLE immunisation.state (
  id             uuid PRIMARY KEY,
  dose           uuid NOT NULL,
  step           smallint NOT NULL CHECK (step >= 1),
  event          text NOT NULL CHECK (event IN ('RECORDED', 'CORRECTED', 'WITHDRAWN')),
  person         uuid,
  source         text NOT NULL,
  product        text NOT NULL,
  batch          text,
  occurred_on    text NOT NULL,
  occurred_from  date NOT NULL,
  age_cohort     text,
  administration bytea NOT NULL,
  received_at    timestamptz NOT NULL,
  UNIQUE (dose, step),
  CHECK ((event = 'RECORDED') = (step = 1))
);

CREATE INDEX state_by_person ON immunisation.state (person) WHERE person IS NOT NULL;

CREATE FUNCTION immunisation.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'facts are append-only';
END
$$;

CREATE TRIGGER state_is_append_only BEFORE UPDATE OR DELETE ON immunisation.state
  FOR EACH ROW EXECUTE FUNCTION immunisation.refuse();
CREATE TRIGGER state_is_not_emptied BEFORE TRUNCATE ON immunisation.state
  FOR EACH STATEMENT EXECUTE FUNCTION immunisation.refuse();

GRANT USAGE ON SCHEMA immunisation TO registry_app;
GRANT SELECT, INSERT ON immunisation.state TO registry_app;
