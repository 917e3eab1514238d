-- SPDX-License-Identifier: EUPL-1.2
-- Why: the process works under a role that owns nothing. It may do what the migrations of each module grant it, and
-- facts and log are never granted more than SELECT and INSERT.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_app') THEN
    CREATE ROLE registry_app LOGIN NOINHERIT;
  END IF;
END
$$;
ALTER ROLE registry_app PASSWORD '${app_password}';
REVOKE ALL ON SCHEMA public FROM PUBLIC;
