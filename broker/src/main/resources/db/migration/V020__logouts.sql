-- SPDX-License-Identifier: EUPL-1.2
-- Why: a logout reaches every party. A portal too says where its people may go afterwards and where it hears that a login
-- has ended; a login keeps DigiD's own name for its session, by which DigiD tells of a logout and is told of one.
ALTER TABLE broker.client DROP CONSTRAINT client_logouts;

ALTER TABLE broker.login ADD COLUMN upstream_session text;

CREATE INDEX login_by_upstream ON broker.login (upstream_session) WHERE upstream_session IS NOT NULL;
CREATE INDEX login_revoked ON broker.login (token_expires_at) WHERE revoked_at IS NOT NULL;
