-- SPDX-License-Identifier: EUPL-1.2
-- Why: the code that a console redeems belongs to a session of staff and goes with it; it never holds a sealed BSN.
ALTER TABLE broker.login
  ADD COLUMN staff_session uuid REFERENCES broker.staff_session ON DELETE CASCADE,
  DROP CONSTRAINT login_check,
  ADD CONSTRAINT login_sealed CHECK (
    CASE WHEN staff_session IS NULL THEN (redeemed_at IS NULL) = (sealed_bsn IS NOT NULL) ELSE sealed_bsn IS NULL END);

CREATE INDEX login_by_staff_session ON broker.login (staff_session) WHERE staff_session IS NOT NULL;
