-- SPDX-License-Identifier: EUPL-1.2
-- Why: a client renews its certificate without a pause, so that for a while it has two; and may prove itself with a key
-- of its own too (private_key_jwt), each assertion once.
ALTER TABLE broker.client
  ADD COLUMN next_certificate_subject text UNIQUE,
  ADD COLUMN keys text;

CREATE TABLE broker.used_assertion (
  id      bytea PRIMARY KEY CHECK (octet_length(id) = 32),
  ends_at timestamptz NOT NULL
);

CREATE INDEX used_assertion_by_end ON broker.used_assertion (ends_at);

GRANT SELECT, INSERT, DELETE ON broker.used_assertion TO broker_app;
