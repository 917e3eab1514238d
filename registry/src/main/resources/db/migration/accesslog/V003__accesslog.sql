-- SPDX-License-Identifier: EUPL-1.2
-- Why: every look at a dossier leaves a row (NEN 7513) that nobody can change. Each row carries the leaf hash of a
-- Merkle tree (RFC 6962); a sequencer gives rows their place afterwards, so seq is the one column that may go from
-- empty to a number.
CREATE SCHEMA accesslog;

CREATE TABLE accesslog.entry (
  id             uuid NOT NULL,
  at             timestamptz NOT NULL,
  seq            bigint,
  leaf           bytea NOT NULL CHECK (octet_length(leaf) = 32),
  action         text NOT NULL CHECK (action IN ('CREATE', 'READ', 'UPDATE', 'DELETE', 'EXECUTE')),
  permitted      boolean NOT NULL,
  kind           text NOT NULL,
  data           text NOT NULL,
  sensitivity    text NOT NULL,
  medium         text NOT NULL,
  caller         text NOT NULL,
  caller_name    text NOT NULL,
  caller_role    text NOT NULL,
  responsible    text NOT NULL,
  organisation   text NOT NULL,
  network_point  text NOT NULL,
  purpose        text NOT NULL,
  rule           text NOT NULL,
  care_relation  text NOT NULL,
  consent        text NOT NULL,
  emergency      boolean NOT NULL,
  source_system  text NOT NULL,
  trace          text NOT NULL,
  subject_index  bytea NOT NULL CHECK (octet_length(subject_index) = 32),
  subject        bytea NOT NULL,
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);

CREATE TABLE accesslog.entry_other PARTITION OF accesslog.entry DEFAULT;

DO $$
DECLARE
  month date := date '2026-01-01';
BEGIN
  WHILE month < date '2029-01-01' LOOP
    EXECUTE format(
      'CREATE TABLE accesslog.entry_%s PARTITION OF accesslog.entry FOR VALUES FROM (%L) TO (%L)',
      to_char(month, 'YYYY_MM'), month::text || ' 00:00:00+00', (month + interval '1 month')::date::text || ' 00:00:00+00');
    month := month + interval '1 month';
  END LOOP;
END
$$;

CREATE INDEX entry_by_subject ON accesslog.entry (subject_index, at DESC);
CREATE INDEX entry_unplaced ON accesslog.entry (at) WHERE seq IS NULL;

CREATE FUNCTION accesslog.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.seq IS NULL AND NEW.seq IS NOT NULL
       AND to_jsonb(OLD) - 'seq' = to_jsonb(NEW) - 'seq' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the access log is append-only';
END
$$;

CREATE TRIGGER entry_is_append_only BEFORE UPDATE OR DELETE ON accesslog.entry
  FOR EACH ROW EXECUTE FUNCTION accesslog.refuse();
CREATE TRIGGER entry_is_not_emptied BEFORE TRUNCATE ON accesslog.entry
  FOR EACH STATEMENT EXECUTE FUNCTION accesslog.refuse();

GRANT USAGE ON SCHEMA accesslog TO registry_app;
GRANT SELECT, INSERT ON accesslog.entry TO registry_app;
