-- SPDX-License-Identifier: EUPL-1.2
-- Why: who may ask for tokens. Filled from the clients file by the migrating role at every start; the running broker
-- reads it and cannot make itself a client.
CREATE TABLE broker.client (
  id                  text PRIMARY KEY,
  kind                text NOT NULL CHECK (kind IN ('PORTAL', 'PARTY')),
  certificate_subject text NOT NULL UNIQUE,
  sector              text,
  redirect_uris       text[] NOT NULL,
  CHECK ((kind = 'PORTAL') = (cardinality(redirect_uris) > 0))
);

GRANT SELECT ON broker.client TO broker_app;
