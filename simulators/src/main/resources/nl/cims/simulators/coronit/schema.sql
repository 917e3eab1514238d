-- SPDX-License-Identifier: EUPL-1.2
-- A database such as the GGDs have: tables of their own, which nobody else sees, and the view that they publish for the
-- register (docs/couplings/coronit.md).
CREATE SCHEMA coronit;

CREATE TABLE coronit.client (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  bsn           text NOT NULL UNIQUE,
  voornamen     text,
  voorvoegsel   text,
  geslachtsnaam text,
  geboortedatum text,
  geslacht      text
);

CREATE TABLE coronit.prik (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  client        bigint NOT NULL REFERENCES coronit.client (id),
  hpk           text,
  vaccin        text,
  fabrikant     text,
  batchnummer   text,
  toegediend_op date,
  dosisnummer   integer,
  ggd           text,
  ggd_ura       text,
  locatie       text,
  toestemming   boolean,
  vervallen     boolean NOT NULL DEFAULT false,
  gewijzigd_op  timestamptz NOT NULL DEFAULT now(),
  mutatie       xid8 NOT NULL DEFAULT pg_current_xact_id()
);

CREATE INDEX prik_by_client ON coronit.prik (client);
CREATE INDEX prik_by_mutatie ON coronit.prik (mutatie, id);
CREATE INDEX prik_by_time ON coronit.prik (gewijzigd_op, id);

CREATE FUNCTION coronit.stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.gewijzigd_op := now();
  NEW.mutatie := pg_current_xact_id();
  RETURN NEW;
END
$$;

CREATE TRIGGER prik_is_stamped BEFORE UPDATE ON coronit.prik
  FOR EACH ROW EXECUTE FUNCTION coronit.stamp();

CREATE FUNCTION coronit.stamp_of_client() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE coronit.prik SET client = client WHERE client = NEW.id;
  RETURN NEW;
END
$$;

CREATE TRIGGER client_is_stamped AFTER UPDATE ON coronit.client
  FOR EACH ROW EXECUTE FUNCTION coronit.stamp_of_client();

CREATE SCHEMA contract;

-- Without consent the view leaves out who it was, and of the birth date all but the year.
CREATE VIEW contract.vaccinaties AS
SELECT
  p.id,
  p.mutatie,
  p.gewijzigd_op,
  CASE WHEN p.vervallen THEN 'VERVALLEN' ELSE 'GEZET' END AS status,
  p.toestemming,
  CASE WHEN p.toestemming THEN c.bsn END AS bsn,
  CASE WHEN p.toestemming THEN c.voornamen END AS voornamen,
  CASE WHEN p.toestemming THEN c.voorvoegsel END AS voorvoegsel,
  CASE WHEN p.toestemming THEN c.geslachtsnaam END AS geslachtsnaam,
  CASE WHEN p.toestemming THEN c.geboortedatum ELSE left(c.geboortedatum, 4) || '0000' END AS geboortedatum,
  CASE WHEN p.toestemming THEN c.geslacht END AS geslacht,
  p.hpk,
  p.vaccin,
  p.fabrikant,
  p.batchnummer,
  p.toegediend_op,
  p.dosisnummer,
  p.ggd,
  p.ggd_ura,
  p.locatie
FROM coronit.prik p
JOIN coronit.client c ON c.id = p.client;

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'coronit_reader') THEN
    CREATE ROLE coronit_reader LOGIN CONNECTION LIMIT 2;
  END IF;
END
$$;
ALTER ROLE coronit_reader SET default_transaction_read_only = on;
ALTER ROLE coronit_reader SET statement_timeout = '5s';
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA contract TO coronit_reader;
GRANT SELECT ON contract.vaccinaties TO coronit_reader;
