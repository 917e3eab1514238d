-- SPDX-License-Identifier: EUPL-1.2
-- Why: order of arrival does not matter, nothing that was received is out of sight, and what waits can be taken up again.

-- One entry per message: what came, and what became of it. Nothing is ever changed; what is decided later is a further
-- entry that takes from one account and gives to another. The sums of a source are its conservation.
CREATE TABLE intake.ledger (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at          timestamptz NOT NULL,
  source      text NOT NULL,
  channel     text NOT NULL CHECK (channel IN ('FHIR', 'HL7V2', 'CSV', 'CORONIT')),
  received    integer NOT NULL CHECK (received >= 0),
  applied     integer NOT NULL,
  duplicate   integer NOT NULL,
  parked      integer NOT NULL,
  quarantined integer NOT NULL,
  refused     integer NOT NULL,
  pending     integer NOT NULL,
  CHECK (received = applied + duplicate + parked + quarantined + refused + pending)
);
CREATE INDEX ledger_by_source ON intake.ledger (source, channel);

CREATE FUNCTION intake.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only';
END
$$;
CREATE TRIGGER ledger_is_append_only BEFORE UPDATE OR DELETE ON intake.ledger
  FOR EACH ROW EXECUTE FUNCTION intake.refuse();
CREATE TRIGGER ledger_is_not_emptied BEFORE TRUNCATE ON intake.ledger
  FOR EACH STATEMENT EXECUTE FUNCTION intake.refuse();

-- Of two reports about one vaccination the one stated later holds. PARKED waits for the report that it corrects or
-- withdraws; SUPERSEDED is kept, and was never what holds or waits no longer, because a later statement holds.
ALTER TABLE intake.report
  ADD COLUMN stated_at timestamptz,
  ADD COLUMN channel text CHECK (channel IN ('FHIR', 'HL7V2', 'CSV', 'CORONIT'));
UPDATE intake.report SET stated_at = received_at, channel = 'FHIR';
ALTER TABLE intake.report
  ALTER COLUMN stated_at SET NOT NULL,
  ALTER COLUMN channel SET NOT NULL,
  DROP CONSTRAINT report_outcome_check,
  ADD CONSTRAINT report_outcome_check CHECK (outcome IN ('RECORDED', 'SUPERSEDED', 'PARKED', 'QUARANTINED')),
  DROP CONSTRAINT report_check1,
  ADD CONSTRAINT report_waits_for_a_reason CHECK ((outcome IN ('QUARANTINED', 'PARKED')) = (cardinality(reasons) > 0));
DROP INDEX intake.report_in_quarantine;
CREATE INDEX report_that_waits ON intake.report (received_at, id) WHERE outcome IN ('QUARANTINED', 'PARKED');

-- No report holds as long as all that is known of a vaccination waits.
ALTER TABLE intake.vaccination ALTER COLUMN report DROP NOT NULL;

-- What a report that waits says, as understood, sealed; gone when it waits no longer.
CREATE TABLE intake.waiting (
  report     uuid PRIMARY KEY REFERENCES intake.report (id),
  understood bytea NOT NULL
);

GRANT SELECT, INSERT ON intake.ledger TO registry_app;
GRANT UPDATE (outcome, reasons) ON intake.report TO registry_app;
GRANT SELECT, INSERT, DELETE ON intake.waiting TO registry_app;
