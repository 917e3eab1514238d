-- SPDX-License-Identifier: EUPL-1.2
-- Why: the broker works under a role that owns nothing and may do only what the migrations after this one grant it.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'broker_app') THEN
    CREATE ROLE broker_app LOGIN NOINHERIT;
  END IF;
END
$$;
ALTER ROLE broker_app PASSWORD '${app_password}';
REVOKE ALL ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA broker;
GRANT USAGE ON SCHEMA broker TO broker_app;
