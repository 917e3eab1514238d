-- SPDX-License-Identifier: EUPL-1.2
-- Why: data of many people leave the register only if two people want it. That the second is another is a key and a
-- check. Each export has a key of its own that makes its pseudonyms, so that two exports do not join; and some doses of
-- people who do not exist, so that a copy that turns up somewhere tells where it came from.
CREATE SCHEMA export;

CREATE TABLE export.request (
  id           uuid PRIMARY KEY,
  from_day     date NOT NULL,
  until_day    date NOT NULL CHECK (until_day >= from_day),
  recipient    text NOT NULL,
  purpose      bytea NOT NULL,
  staff        text NOT NULL,
  name         bytea NOT NULL,
  requested_at timestamptz NOT NULL,
  UNIQUE (id, staff)
);

CREATE INDEX request_by_time ON export.request (requested_at DESC, id);

CREATE TABLE export.decision (
  request      uuid PRIMARY KEY,
  requested_by text NOT NULL,
  staff        text NOT NULL CHECK (staff <> requested_by),
  name         bytea NOT NULL,
  verdict      text NOT NULL CHECK (verdict IN ('APPROVED', 'DECLINED')),
  reason       bytea NOT NULL,
  secret       bytea CHECK ((secret IS NULL) = (verdict = 'DECLINED')),
  decided_at   timestamptz NOT NULL,
  FOREIGN KEY (request, requested_by) REFERENCES export.request (id, staff)
);

CREATE TABLE export.canary (
  request    uuid NOT NULL REFERENCES export.decision (request),
  link       uuid NOT NULL,
  product    text NOT NULL,
  batch      text,
  given_on   date NOT NULL,
  age_cohort text,
  source     text NOT NULL,
  PRIMARY KEY (request, link)
);

CREATE TABLE export.fetched (
  id         uuid PRIMARY KEY,
  request    uuid NOT NULL REFERENCES export.decision (request),
  staff      text NOT NULL,
  fetched_at timestamptz NOT NULL
);

CREATE INDEX fetched_by_request ON export.fetched (request);

CREATE FUNCTION export.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what left the register, and who wanted it, is append-only';
END
$$;

CREATE TRIGGER request_is_append_only BEFORE UPDATE OR DELETE ON export.request
  FOR EACH ROW EXECUTE FUNCTION export.refuse();
CREATE TRIGGER request_is_not_emptied BEFORE TRUNCATE ON export.request
  FOR EACH STATEMENT EXECUTE FUNCTION export.refuse();
CREATE TRIGGER decision_is_append_only BEFORE UPDATE OR DELETE ON export.decision
  FOR EACH ROW EXECUTE FUNCTION export.refuse();
CREATE TRIGGER decision_is_not_emptied BEFORE TRUNCATE ON export.decision
  FOR EACH STATEMENT EXECUTE FUNCTION export.refuse();
CREATE TRIGGER canary_is_append_only BEFORE UPDATE OR DELETE ON export.canary
  FOR EACH ROW EXECUTE FUNCTION export.refuse();
CREATE TRIGGER canary_is_not_emptied BEFORE TRUNCATE ON export.canary
  FOR EACH STATEMENT EXECUTE FUNCTION export.refuse();
CREATE TRIGGER fetched_is_append_only BEFORE UPDATE OR DELETE ON export.fetched
  FOR EACH ROW EXECUTE FUNCTION export.refuse();
CREATE TRIGGER fetched_is_not_emptied BEFORE TRUNCATE ON export.fetched
  FOR EACH STATEMENT EXECUTE FUNCTION export.refuse();

GRANT USAGE ON SCHEMA export TO registry_app;
GRANT SELECT, INSERT ON export.request, export.decision, export.canary, export.fetched TO registry_app;
