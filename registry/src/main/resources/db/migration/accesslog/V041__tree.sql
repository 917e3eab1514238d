-- SPDX-License-Identifier: EUPL-1.2
-- Why: the rows of the access log become the leaves of a Merkle tree (RFC 6962). A role of its own gives them their
-- place and sees nothing of what they say; the tree is kept in tiles of 256 hashes, so that a proof costs a few rows
-- however long the log grows; what was signed about it is kept too. All of it is only ever added to.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_sequencer') THEN
    CREATE ROLE registry_sequencer LOGIN NOINHERIT;
  END IF;
END
$$;
ALTER ROLE registry_sequencer PASSWORD '${sequencer_password}';

CREATE INDEX entry_by_place ON accesslog.entry (seq) WHERE seq IS NOT NULL;

-- Level 0 holds leaf hashes, each next level the roots of the tiles below. Only full tiles are kept: what stands to the
-- right of them is worked out from the rows and the roots.
CREATE TABLE accesslog.tile (
  level  smallint NOT NULL CHECK (level >= 0),
  number bigint NOT NULL CHECK (number >= 0),
  root   bytea NOT NULL CHECK (octet_length(root) = 32),
  hashes bytea NOT NULL CHECK (octet_length(hashes) = 256 * 32),
  PRIMARY KEY (level, number)
);
-- Beside the row and not pressed: hashes do not get smaller, and roots are read without them.
ALTER TABLE accesslog.tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE TABLE accesslog.checkpoint (
  size bigint PRIMARY KEY CHECK (size > 0),
  note text NOT NULL
);

CREATE TABLE accesslog.cosignature (
  size    bigint NOT NULL REFERENCES accesslog.checkpoint,
  witness text NOT NULL,
  line    text NOT NULL,
  PRIMARY KEY (size, witness)
);

CREATE FUNCTION accesslog.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what is known of the access log is append-only';
END
$$;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['tile', 'checkpoint', 'cosignature'] LOOP
    EXECUTE format(
      'CREATE TRIGGER %1$s_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON accesslog.%1$s
       FOR EACH STATEMENT EXECUTE FUNCTION accesslog.refuse_change()', name);
    EXECUTE format('GRANT SELECT ON accesslog.%I TO registry_app', name);
    EXECUTE format('GRANT SELECT, INSERT ON accesslog.%I TO registry_sequencer', name);
  END LOOP;
END
$$;

-- The same as before, but compares the rows as they are: this is asked for each row that gets its place.
CREATE OR REPLACE FUNCTION accesslog.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  place bigint;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    place := NEW.seq;
    NEW.seq := OLD.seq;
    IF OLD.seq IS NULL AND place IS NOT NULL AND NEW IS NOT DISTINCT FROM OLD THEN
      NEW.seq := place;
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the access log is append-only';
END
$$;

GRANT USAGE ON SCHEMA accesslog TO registry_sequencer;
GRANT SELECT (id, at, seq, leaf), UPDATE (seq) ON accesslog.entry TO registry_sequencer;
