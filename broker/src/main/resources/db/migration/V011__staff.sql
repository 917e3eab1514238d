-- SPDX-License-Identifier: EUPL-1.2
-- Why: staff have accounts with roles, log in with passkeys only, and what is done to an account stays written down.
CREATE TABLE broker.staff (
  id                  uuid PRIMARY KEY,
  name                text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  roles               text[] NOT NULL,
  created_at          timestamptz NOT NULL,
  suspended_at        timestamptz,
  administrates_since timestamptz,
  CHECK (cardinality(roles) > 0),
  CHECK (roles <@ ARRAY['REGISTRAR', 'MEDICAL_ADVISER', 'RECALL_MANAGER', 'SUPPLY_MANAGER', 'AUDITOR',
    'ADMINISTRATOR']),
  CHECK (cardinality(roles) = 1 OR NOT roles && ARRAY['AUDITOR', 'ADMINISTRATOR'])
);

CREATE TABLE broker.passkey (
  credential_id   bytea PRIMARY KEY CHECK (octet_length(credential_id) BETWEEN 1 AND 1023),
  staff           uuid NOT NULL REFERENCES broker.staff,
  name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  public_key      bytea NOT NULL,
  sign_count      bigint NOT NULL,
  transports      text[] NOT NULL,
  backup_eligible boolean NOT NULL,
  backed_up       boolean NOT NULL,
  attestation     bytea NOT NULL,
  created_at      timestamptz NOT NULL,
  used_at         timestamptz
);

CREATE INDEX passkey_by_staff ON broker.passkey (staff);

-- A code is good once: using it removes it.
CREATE TABLE broker.staff_code (
  staff      uuid PRIMARY KEY REFERENCES broker.staff,
  hash       bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
  expires_at timestamptz NOT NULL
);

-- A challenge is good once: what was answered stands here until it would have expired.
CREATE TABLE broker.staff_challenge (
  challenge  bytea PRIMARY KEY,
  expires_at timestamptz NOT NULL
);

CREATE TABLE broker.staff_session (
  sid              uuid PRIMARY KEY,
  token_hash       bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  staff            uuid NOT NULL REFERENCES broker.staff,
  started_at       timestamptz NOT NULL,
  seen_at          timestamptz NOT NULL,
  authenticated_at timestamptz,
  answers          bytea CHECK (octet_length(answers) = 32)
);

CREATE INDEX staff_session_by_staff ON broker.staff_session (staff);

-- What consoles have still to be told of ended logins; a row goes when it was heard.
CREATE TABLE broker.staff_farewell (
  id         uuid PRIMARY KEY,
  client     text NOT NULL REFERENCES broker.client ON DELETE CASCADE,
  staff      uuid NOT NULL REFERENCES broker.staff,
  sid        uuid,
  created_at timestamptz NOT NULL,
  next_at    timestamptz NOT NULL,
  tries      integer NOT NULL DEFAULT 0
);

-- What one administrator proposed and another decides. Nobody decides about himself.
CREATE TABLE broker.staff_proposal (
  id          uuid PRIMARY KEY,
  kind        text NOT NULL CHECK (kind IN ('INVITATION', 'ROLES', 'RETURN', 'RECOVERY')),
  subject     uuid NOT NULL REFERENCES broker.staff,
  roles       text[] NOT NULL,
  proposed_by uuid NOT NULL REFERENCES broker.staff,
  proposed_at timestamptz NOT NULL,
  decided_by  uuid REFERENCES broker.staff,
  decided_at  timestamptz,
  approved    boolean,
  CHECK (proposed_by <> subject),
  CHECK (decided_by <> subject),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK ((decided_by IS NULL) = (approved IS NULL)),
  CHECK (NOT approved OR decided_by <> proposed_by)
);

CREATE UNIQUE INDEX staff_proposal_open ON broker.staff_proposal (subject) WHERE decided_at IS NULL;

CREATE TABLE broker.staff_journal (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at      timestamptz NOT NULL,
  actor   uuid REFERENCES broker.staff,
  act     text NOT NULL,
  subject uuid NOT NULL REFERENCES broker.staff,
  detail  text NOT NULL
);

CREATE FUNCTION broker.journal_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal of staff accounts is added to and never changed';
END
$$;

CREATE TRIGGER staff_journal_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON broker.staff_journal
  FOR EACH STATEMENT EXECUTE FUNCTION broker.journal_stays();

GRANT SELECT, INSERT ON broker.staff, broker.staff_proposal, broker.staff_journal TO broker_app;
GRANT UPDATE (roles, suspended_at, administrates_since) ON broker.staff TO broker_app;
GRANT UPDATE (decided_by, decided_at, approved) ON broker.staff_proposal TO broker_app;
GRANT SELECT, INSERT, DELETE ON broker.passkey, broker.staff_code, broker.staff_session, broker.staff_challenge,
  broker.staff_farewell TO broker_app;
GRANT UPDATE (sign_count, backed_up, used_at) ON broker.passkey TO broker_app;
GRANT UPDATE (hash, expires_at) ON broker.staff_code TO broker_app;
GRANT UPDATE (token_hash, seen_at, authenticated_at, answers) ON broker.staff_session TO broker_app;
GRANT UPDATE (next_at, tries) ON broker.staff_farewell TO broker_app;
