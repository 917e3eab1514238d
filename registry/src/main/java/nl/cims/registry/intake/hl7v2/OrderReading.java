// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.time.Instant;
import java.util.Optional;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.intake.ReportedVaccination.SourceIdentifier;
import nl.cims.vocabulary.InvalidValue;
import nl.cims.vocabulary.PartialDate;

/// Reads what a message says about one vaccination.
final class OrderReading {

  /// Says in an OBX whether the person agreed to share this vaccination.
  static final String SHARING_AGREED = "SHARING-AGREED";

  static final String OWN_CODES = "99CIMS";

  private static final int IDENTIFIER = 3;
  private static final int LONGEST_IDENTIFIER = 200;
  private static final PartialDate NO_DATE = new PartialDate(1, 0, 0);

  private final Order order;
  private final Optional<Instant> stated;
  private final Findings findings;

  /// @param stated when the message was made
  OrderReading(Order order, Optional<Instant> stated, Findings findings) {
    this.order = order;
    this.stated = stated;
    this.findings = findings;
  }

  /// Refused if he said so about this vaccination, or about all in the message.
  Sharing sharing(Optional<Subject> subject) {
    Sharing sharing = subject.map(Subject::sharing).orElse(Sharing.AGREED);
    for (Segment observation : order.observations()) {
      if (new Coded(observation, 3).is(SHARING_AGREED, OWN_CODES)) {
        switch (observation.text(5)) {
          case "N" -> sharing = Sharing.REFUSED;
          case "Y" -> {
            // The same as saying nothing.
          }
          default ->
              findings.add(
                  Fault.CODE_UNKNOWN, observation.place(5), "say Y if he agreed, N if not");
        }
      }
    }
    return sharing;
  }

  /// The vaccination as reported; empty if it has no RXA, or nobody got it.
  Optional<Reading.Told> read(Optional<Subject> subject, Sharing sharing) {
    SourceIdentifier identifier = identifier(order.orc());
    control(order.orc());
    return order.rxa().flatMap(rxa -> read(rxa, identifier, subject, sharing));
  }

  private Optional<Reading.Told> read(
      Segment rxa, SourceIdentifier identifier, Optional<Subject> subject, Sharing sharing) {
    AdministrationReading administration = new AdministrationReading(order, rxa, findings);
    Intention intention = administration.intention();
    administration.wasGiven(intention);
    VaccineReading vaccine = new VaccineReading(rxa, findings);
    PartialDate occurredOn = occurredOn(rxa);
    var named = vaccine.vaccine();
    var batch = vaccine.batch();
    var how = administration.read(vaccine.manufacturer());
    return subject.map(
        it ->
            new Reading.Told(
                new ReportedVaccination(
                    identifier,
                    intention,
                    Optional.of(it.person()),
                    sharing,
                    named,
                    occurredOn,
                    batch,
                    how,
                    stated,
                    CanonicalContent.of(it, order, intention)),
                order.orc().place(),
                rxa.place()));
  }

  private SourceIdentifier identifier(Segment orc) {
    String value = orc.text(IDENTIFIER, 1);
    String system = system(orc);
    if (value.isEmpty()) {
      findings.add(
          Fault.FIELD_MISSING,
          orc.place(IDENTIFIER),
          "send a filler order number, the same in every message about this vaccination and in none"
              + " about another");
    }
    if (value.length() > LONGEST_IDENTIFIER || system.length() > LONGEST_IDENTIFIER) {
      findings.add(
          Fault.VALUE_INVALID,
          orc.place(IDENTIFIER),
          "number and namespace have at most 200 characters each");
    }
    if (CodeSystems.isBsn(orc.text(IDENTIFIER, 2)) || CodeSystems.isBsn(orc.text(IDENTIFIER, 3))) {
      findings.add(
          Fault.VALUE_INVALID,
          orc.place(IDENTIFIER),
          "a BSN names a person, not a vaccination; send a number of your own");
    }
    return new SourceIdentifier(system, value);
  }

  /// The universal id if there is one, written as FHIR writes it, so that both channels name the
  /// same vaccination the same; else the namespace.
  private static String system(Segment orc) {
    String universal = orc.text(IDENTIFIER, 3);
    if (universal.isEmpty()) {
      return orc.text(IDENTIFIER, 2);
    }
    return universal.matches("[0-2](\\.\\d+)+") ? "urn:oid:" + universal : universal;
  }

  private void control(Segment orc) {
    String control = orc.text(1);
    if (!control.isEmpty() && !control.equals("RE")) {
      findings.add(
          Fault.CODE_UNKNOWN,
          orc.place(1),
          "send RE: only what was done is reported here; to withdraw it, send RXA-21 D");
    }
  }

  private PartialDate occurredOn(Segment rxa) {
    String sent = rxa.text(3);
    if (sent.isEmpty()) {
      findings.add(
          Fault.FIELD_MISSING,
          rxa.place(3),
          "the date of a vaccination is needed; the year alone is enough");
      return NO_DATE;
    }
    try {
      return Timestamps.date(sent);
    } catch (InvalidValue invalid) {
      findings.add(Fault.VALUE_INVALID, rxa.place(3), invalid.rule());
      return NO_DATE;
    }
  }
}
