-- SPDX-License-Identifier: EUPL-1.2
-- Why: staff log in for the console, a client of a kind of its own. It must hear at once when somebody's login ends.
ALTER TABLE broker.client
  ADD COLUMN post_logout_redirect_uris text[] NOT NULL DEFAULT '{}',
  ADD COLUMN backchannel_logout_uri text,
  DROP CONSTRAINT client_kind_check,
  DROP CONSTRAINT client_check,
  ADD CONSTRAINT client_kind_check CHECK (kind IN ('PORTAL', 'PARTY', 'OPERATOR', 'CONSOLE')),
  ADD CONSTRAINT client_redirects CHECK ((kind IN ('PORTAL', 'CONSOLE')) = (cardinality(redirect_uris) > 0)),
  ADD CONSTRAINT client_logouts CHECK ((kind = 'CONSOLE') = (backchannel_logout_uri IS NOT NULL));
