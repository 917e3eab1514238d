-- SPDX-License-Identifier: EUPL-1.2
-- Why: those who watch over intake are clients too, with a scope of their own.
ALTER TABLE broker.client
  DROP CONSTRAINT client_kind_check,
  ADD CONSTRAINT client_kind_check CHECK (kind IN ('PORTAL', 'PARTY', 'OPERATOR'));
