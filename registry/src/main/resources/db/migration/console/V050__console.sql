-- SPDX-License-Identifier: EUPL-1.2
-- Why: opening a dossier in an emergency goes without a relation, so that somebody else judges it afterwards. Whom it
-- was about stands in the access log alone, under the id of the row here. That nobody judges himself is a key and a
-- check; that there is one judgement of each is a key.
CREATE SCHEMA console;

CREATE TABLE console.emergency (
  id        uuid PRIMARY KEY,
  staff     text NOT NULL,
  name      bytea NOT NULL,
  role      text NOT NULL,
  reason    bytea NOT NULL,
  opened_at timestamptz NOT NULL,
  UNIQUE (id, staff)
);

CREATE TABLE console.judgement (
  emergency uuid PRIMARY KEY,
  opened_by text NOT NULL,
  judge     text NOT NULL CHECK (judge <> opened_by),
  name      bytea NOT NULL,
  verdict   text NOT NULL CHECK (verdict IN ('JUSTIFIED', 'NOT_JUSTIFIED')),
  reason    bytea NOT NULL,
  judged_at timestamptz NOT NULL,
  FOREIGN KEY (emergency, opened_by) REFERENCES console.emergency (id, staff)
);

CREATE INDEX emergency_by_time ON console.emergency (opened_at DESC, id);

CREATE FUNCTION console.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what staff did and decided is append-only';
END
$$;

CREATE TRIGGER emergency_is_append_only BEFORE UPDATE OR DELETE ON console.emergency
  FOR EACH ROW EXECUTE FUNCTION console.refuse();
CREATE TRIGGER emergency_is_not_emptied BEFORE TRUNCATE ON console.emergency
  FOR EACH STATEMENT EXECUTE FUNCTION console.refuse();
CREATE TRIGGER judgement_is_append_only BEFORE UPDATE OR DELETE ON console.judgement
  FOR EACH ROW EXECUTE FUNCTION console.refuse();
CREATE TRIGGER judgement_is_not_emptied BEFORE TRUNCATE ON console.judgement
  FOR EACH STATEMENT EXECUTE FUNCTION console.refuse();

GRANT USAGE ON SCHEMA console TO registry_app;
GRANT SELECT, INSERT ON console.emergency, console.judgement TO registry_app;
