-- SPDX-License-Identifier: EUPL-1.2
-- Why: what leads from a person to his vaccinations hangs on a key of his own. These keys stand in a database of their
-- own, of which only the newest copy is ever restored, so that destroying one destroys every copy of the link.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_keyring') THEN
    CREATE ROLE registry_keyring LOGIN NOINHERIT;
  END IF;
END
$$;
ALTER ROLE registry_keyring PASSWORD '${keyring_password}';
REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA keyring;

-- id: the person in the register, or the file. lookup: keyed index of the link that his facts bear.
CREATE TABLE keyring.key (
  id     uuid PRIMARY KEY,
  lookup bytea NOT NULL UNIQUE CHECK (octet_length(lookup) = 32),
  sealed bytea NOT NULL
);

-- Whose key was destroyed. Each destruction has a number, counting up without a gap; the last one is how old this copy of
-- the keyring is.
CREATE TABLE keyring.destroyed (
  id         uuid PRIMARY KEY,
  generation bigint NOT NULL UNIQUE CHECK (generation > 0),
  at         timestamptz NOT NULL
);

CREATE FUNCTION keyring.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a destruction stays';
END
$$;
CREATE TRIGGER destroyed_is_append_only BEFORE UPDATE OR DELETE ON keyring.destroyed
  FOR EACH ROW EXECUTE FUNCTION keyring.refuse();
CREATE TRIGGER destroyed_is_not_emptied BEFORE TRUNCATE ON keyring.destroyed
  FOR EACH STATEMENT EXECUTE FUNCTION keyring.refuse();

-- Who was destroyed gets no new key.
CREATE FUNCTION keyring.stays_destroyed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM keyring.destroyed WHERE id = NEW.id) THEN
    RAISE EXCEPTION 'a destroyed key stays destroyed';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER key_stays_destroyed BEFORE INSERT ON keyring.key
  FOR EACH ROW EXECUTE FUNCTION keyring.stays_destroyed();

GRANT USAGE ON SCHEMA keyring TO registry_keyring;
GRANT SELECT, INSERT, DELETE ON keyring.key TO registry_keyring;
GRANT UPDATE (lookup, sealed) ON keyring.key TO registry_keyring;
GRANT SELECT, INSERT ON keyring.destroyed TO registry_keyring;
