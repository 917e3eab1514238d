-- SPDX-License-Identifier: EUPL-1.2
-- Why: a login between the moment DigiD has answered and the end of its token. Codes and tokens are here as hashes only;
-- the BSN is here never, only sealed for the registry, and that too goes when the code is redeemed.
CREATE TABLE broker.login (
  id               uuid PRIMARY KEY,
  client           text NOT NULL REFERENCES broker.client ON DELETE CASCADE,
  subject          text NOT NULL,
  acr              text NOT NULL,
  authenticated_at timestamptz NOT NULL,
  sealed_bsn       text,
  redirect_uri     text NOT NULL,
  scopes           text[] NOT NULL,
  code_challenge   text NOT NULL,
  nonce            text,
  code_hash        bytea NOT NULL UNIQUE CHECK (octet_length(code_hash) = 32),
  code_issued_at   timestamptz NOT NULL,
  code_expires_at  timestamptz NOT NULL,
  redeemed_at      timestamptz,
  token_hash       bytea UNIQUE CHECK (octet_length(token_hash) = 32),
  token_expires_at timestamptz,
  revoked_at       timestamptz,
  CHECK ((redeemed_at IS NULL) = (sealed_bsn IS NOT NULL)),
  CHECK ((redeemed_at IS NULL) = (token_hash IS NULL)),
  CHECK ((redeemed_at IS NULL) = (token_expires_at IS NULL))
);

CREATE INDEX login_by_end ON broker.login ((coalesce(token_expires_at, code_expires_at)));

GRANT SELECT, INSERT, DELETE ON broker.login TO broker_app;
GRANT UPDATE (sealed_bsn, redeemed_at, token_hash, token_expires_at, revoked_at) ON broker.login TO broker_app;
