-- SPDX-License-Identifier: EUPL-1.2
-- Why: the pull from the GGDs' CoronIT can end at any moment and goes on where it was, and a nightly comparison finds
-- rows that vanished or changed without their saying so. For that the register remembers how far it came, and of every
-- row that it took its number and a keyed hash; nothing of what the row says.
CREATE SCHEMA intake_coronit;

-- How far the pull came, and how the coupling is. Either by transaction (transaction, row), or by time (time, row) with
-- the moment at which this pass over the rows began.
CREATE TABLE intake_coronit.coupling (
  source       text PRIMARY KEY,
  transaction  numeric(20),
  time         timestamptz,
  row          bigint NOT NULL,
  pass         timestamptz,
  state        text NOT NULL DEFAULT 'WELL'
    CHECK (state IN ('WELL', 'UNREACHABLE', 'CONTRACT_BROKEN', 'SOURCE_UNKNOWN', 'TOO_MUCH_GONE', 'FAULT')),
  message      text NOT NULL DEFAULT '',
  since        timestamptz NOT NULL,
  caught_up_at timestamptz,
  compare_at   timestamptz NOT NULL,
  CHECK (transaction IS NULL OR (time IS NULL AND pass IS NULL))
);

-- hash: as the GGDs' database computed it with our key when the row was taken. life: how often the row came back after
-- a withdrawal, since that is final for an identifier. problems: columns that could not be understood, with the rule.
CREATE TABLE intake_coronit.taken (
  id        bigint PRIMARY KEY,
  hash      bytea NOT NULL CHECK (octet_length(hash) = 32),
  standing  text NOT NULL CHECK (standing IN ('KEPT', 'NOT_KEPT', 'WITHDRAWN', 'GONE')),
  life      integer NOT NULL CHECK (life > 0),
  anonymous boolean NOT NULL,
  problems  text[] NOT NULL
);

CREATE INDEX taken_with_problems ON intake_coronit.taken (id) WHERE problems <> '{}';

GRANT USAGE ON SCHEMA intake_coronit TO registry_app;
GRANT SELECT, INSERT, UPDATE ON intake_coronit.coupling, intake_coronit.taken TO registry_app;
