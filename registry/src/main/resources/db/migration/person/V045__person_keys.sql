-- SPDX-License-Identifier: EUPL-1.2
-- Why: nothing in a person's row may lead to his vaccinations once his key is destroyed (adr/0018). His description goes
-- under his own key, with the day and the report it came from: the day of a vaccination in the clear is a health datum,
-- and the report's index joined him to the fact. What was kept before cannot be brought under keys by SQL; there is no
-- register in production, so a filled one is refused and begins anew.
DO $$
BEGIN
  IF EXISTS (SELECT FROM person.person) THEN
    RAISE EXCEPTION 'this register was filled before person keys were; begin with an empty database (./cims demo --fresh)';
  END IF;
END
$$;
ALTER TABLE person.person DROP COLUMN details_date, DROP COLUMN details_order;
COMMENT ON COLUMN person.person.details IS 'under the key of the person; gone with it';

-- How far the register has followed the destructions in the keyring: one row. An older keyring is not opened.
CREATE TABLE person.followed (
  one        boolean PRIMARY KEY DEFAULT true CHECK (one),
  generation bigint NOT NULL
);
INSERT INTO person.followed (generation) VALUES (0);

-- bsn, bsn_index: keys can be changed while the register runs (adr/0017).
GRANT UPDATE (bsn, bsn_index) ON person.person TO registry_app;
GRANT SELECT, UPDATE (generation) ON person.followed TO registry_app;
