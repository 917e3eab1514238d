-- SPDX-License-Identifier: EUPL-1.2
-- Why: the same message again has one effect and gets the same answer. A vaccination is known by a keyed index over
-- source and identifier (an identifier may hold personal data), a report by that and a keyed hash of its content.
CREATE SCHEMA intake;

-- The bytes as sent, sealed. There is no row for what came without consent.
CREATE TABLE intake.message (
  id          uuid PRIMARY KEY,
  source      text NOT NULL,
  received_at timestamptz NOT NULL,
  media_type  text NOT NULL,
  body        bytea NOT NULL
);

-- What each source calls one vaccination: the row that messages about it queue behind. It names the report that holds.
CREATE TABLE intake.vaccination (
  index  bytea PRIMARY KEY CHECK (octet_length(index) = 32),
  source text NOT NULL,
  dose   uuid NOT NULL UNIQUE,
  report uuid NOT NULL
);

CREATE TABLE intake.report (
  id          uuid PRIMARY KEY,
  vaccination bytea NOT NULL REFERENCES intake.vaccination (index),
  content     bytea NOT NULL CHECK (octet_length(content) = 32),
  dose        uuid NOT NULL,
  intention   text NOT NULL CHECK (intention IN ('RECORD', 'CORRECT', 'WITHDRAW')),
  outcome     text NOT NULL CHECK (outcome IN ('RECORDED', 'QUARANTINED')),
  reasons     text[] NOT NULL,
  anonymous   boolean NOT NULL,
  message     uuid REFERENCES intake.message (id) DEFERRABLE INITIALLY DEFERRED,
  received_at timestamptz NOT NULL,
  UNIQUE (vaccination, content),
  CHECK (anonymous = (message IS NULL)),
  CHECK ((outcome = 'QUARANTINED') = (cardinality(reasons) > 0))
);

CREATE INDEX report_in_quarantine ON intake.report (received_at) WHERE outcome = 'QUARANTINED';

GRANT USAGE ON SCHEMA intake TO registry_app;
GRANT SELECT, INSERT ON intake.message, intake.report TO registry_app;
GRANT SELECT, INSERT ON intake.vaccination TO registry_app;
GRANT UPDATE (report) ON intake.vaccination TO registry_app;
