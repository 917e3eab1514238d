-- SPDX-License-Identifier: EUPL-1.2
-- Why: bytes as sent and what waits name the person, and lead through the report to the fact; they are under the key of
-- the person. The link tells which key, as it does in the fact.
ALTER TABLE intake.message ADD COLUMN link uuid NOT NULL;
COMMENT ON COLUMN intake.message.body IS 'under the key of the person with this link';
ALTER TABLE intake.waiting ADD COLUMN link uuid, ADD COLUMN told bytea, ADD CHECK ((told IS NULL) = (link IS NULL));
COMMENT ON COLUMN intake.waiting.understood IS 'what stays when the person is gone';
COMMENT ON COLUMN intake.waiting.told IS 'all that was understood, under the key of the person with this link';

-- Keys can be changed while the register runs (adr/0017).
GRANT UPDATE (understood) ON intake.waiting TO registry_app;
