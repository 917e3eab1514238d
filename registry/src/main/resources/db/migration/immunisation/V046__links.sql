-- SPDX-License-Identifier: EUPL-1.2
-- Why: a fact bears a link that only the key of the person gives, instead of his id; and what a source told of him in
-- free words is under his key. Without it the fact counts as before and leads to nobody (adr/0018).
ALTER TABLE immunisation.state RENAME COLUMN person TO link;
ALTER INDEX immunisation.state_by_person RENAME TO state_by_link;
ALTER TABLE immunisation.state ADD COLUMN told bytea CHECK ((told IS NULL) = (link IS NULL));
COMMENT ON COLUMN immunisation.state.administration IS 'what stays when the person is gone';
COMMENT ON COLUMN immunisation.state.told IS 'all that was told, under the key of the person';

-- Staff give their reasons in words of their own, which can name the person.
ALTER TABLE immunisation.parting ADD COLUMN link uuid NOT NULL;
COMMENT ON COLUMN immunisation.parting.reason IS 'under the key of the person with this link';
