-- SPDX-License-Identifier: EUPL-1.2
-- Why: whether an employee browses is seen in what he looked up of late, so that this is kept for five weeks in the form
-- in which it is counted: keyed indexes that join with nothing else, no numbers and no names. The access log stays the
-- only record of who looked at whom. An alert and what a supervisor thought of it are never changed; that nobody judges
-- himself is a key and a check.
CREATE SCHEMA oversight;

CREATE TABLE oversight.look_up (
  id       uuid PRIMARY KEY,
  staff    text NOT NULL,
  role     text NOT NULL,
  at       timestamptz NOT NULL,
  occasion text NOT NULL,
  errand   bytea NOT NULL,
  found    boolean NOT NULL,
  given    boolean NOT NULL,
  person   bytea NOT NULL,
  numbers  bytea NOT NULL,
  surname  bytea,
  namesake boolean NOT NULL
);

CREATE INDEX look_up_by_staff ON oversight.look_up (staff, at);
CREATE INDEX look_up_by_person ON oversight.look_up (person, at);
CREATE INDEX look_up_by_role ON oversight.look_up (role, at);

CREATE TABLE oversight.alert (
  id        uuid PRIMARY KEY,
  staff     text NOT NULL,
  name      bytea NOT NULL,
  role      text NOT NULL,
  sign      text NOT NULL,
  measure   text NOT NULL CHECK (measure IN ('NOTED', 'SLOWED', 'PASSKEY_AGAIN', 'SUSPENDED')),
  count     integer NOT NULL CHECK (count > 0),
  usual     integer NOT NULL CHECK (usual >= 0),
  subject   text NOT NULL,
  raised_at timestamptz NOT NULL,
  UNIQUE (id, staff)
);

CREATE INDEX alert_by_staff ON oversight.alert (staff, raised_at);
CREATE INDEX alert_by_time ON oversight.alert (raised_at DESC, id);

CREATE TABLE oversight.judgement (
  alert     uuid PRIMARY KEY,
  staff     text NOT NULL,
  judge     text NOT NULL CHECK (judge <> staff),
  name      bytea NOT NULL,
  verdict   text NOT NULL CHECK (verdict IN ('EXPLAINED', 'MISUSE')),
  reason    bytea NOT NULL,
  judged_at timestamptz NOT NULL,
  FOREIGN KEY (alert, staff) REFERENCES oversight.alert (id, staff)
);

CREATE FUNCTION oversight.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'alerts and what was thought of them are append-only';
END
$$;

CREATE TRIGGER alert_is_append_only BEFORE UPDATE OR DELETE ON oversight.alert
  FOR EACH ROW EXECUTE FUNCTION oversight.refuse();
CREATE TRIGGER alert_is_not_emptied BEFORE TRUNCATE ON oversight.alert
  FOR EACH STATEMENT EXECUTE FUNCTION oversight.refuse();
CREATE TRIGGER judgement_is_append_only BEFORE UPDATE OR DELETE ON oversight.judgement
  FOR EACH ROW EXECUTE FUNCTION oversight.refuse();
CREATE TRIGGER judgement_is_not_emptied BEFORE TRUNCATE ON oversight.judgement
  FOR EACH STATEMENT EXECUTE FUNCTION oversight.refuse();

GRANT USAGE ON SCHEMA oversight TO registry_app;
GRANT SELECT, INSERT, DELETE ON oversight.look_up TO registry_app;
GRANT SELECT, INSERT ON oversight.alert, oversight.judgement TO registry_app;
