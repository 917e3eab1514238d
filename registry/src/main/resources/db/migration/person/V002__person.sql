-- SPDX-License-Identifier: EUPL-1.2
-- Why: a person is found by a keyed index on the BSN and described by ciphertext only.
CREATE SCHEMA person;

CREATE TABLE person.person (
  id            uuid PRIMARY KEY,
  bsn_index     bytea NOT NULL UNIQUE CHECK (octet_length(bsn_index) = 32),
  bsn           bytea NOT NULL,
  details       bytea,
  -- The details of the latest vaccination hold; the index of the report decides between two of one day, so that the
  -- order of arrival does not matter.
  details_date  date,
  details_order bytea,
  CHECK ((details IS NULL) = (details_date IS NULL) AND (details IS NULL) = (details_order IS NULL))
);

GRANT USAGE ON SCHEMA person TO registry_app;
GRANT SELECT, INSERT ON person.person TO registry_app;
GRANT UPDATE (details, details_date, details_order) ON person.person TO registry_app;
