// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.intake.ReportedVaccination.Administration;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.intake.ReportedVaccination.SourceIdentifier;
import nl.cims.registry.intake.ReportedVaccination.Vaccine;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.PersonName;
import nl.cims.vocabulary.Sex;
import nl.cims.vocabulary.VaccineCode;

/// Reports for tests: a Comirnaty dose of 8 January 2021, changed where the test is about something
/// else.
public record Reports(
    Bsn bsn,
    String identifier,
    Intention intention,
    Sharing sharing,
    String code,
    String date,
    String batch,
    String surname,
    Optional<Instant> stated) {

  /// The name by which [IntakeIT] looks for what must not be found.
  public static final String SURNAME = "Kanariepiet";

  public static Reports of(Bsn bsn) {
    return new Reports(
        bsn,
        UUID.randomUUID().toString(),
        Intention.RECORD,
        Sharing.AGREED,
        "2924528",
        "2021-01-08",
        "EJ6796",
        SURNAME,
        Optional.empty());
  }

  public Reports as(Intention other) {
    return new Reports(bsn, identifier, other, sharing, code, date, batch, surname, stated);
  }

  public Reports shared(Sharing other) {
    return new Reports(bsn, identifier, intention, other, code, date, batch, surname, stated);
  }

  public Reports code(String other) {
    return new Reports(bsn, identifier, intention, sharing, other, date, batch, surname, stated);
  }

  public Reports on(String other) {
    return new Reports(bsn, identifier, intention, sharing, code, other, batch, surname, stated);
  }

  public Reports batch(String other) {
    return new Reports(bsn, identifier, intention, sharing, code, date, other, surname, stated);
  }

  public Reports surname(String other) {
    return new Reports(bsn, identifier, intention, sharing, code, date, batch, other, stated);
  }

  public Reports named(String other) {
    return new Reports(bsn, other, intention, sharing, code, date, batch, surname, stated);
  }

  public Reports stated(Instant when) {
    return new Reports(
        bsn, identifier, intention, sharing, code, date, batch, surname, Optional.of(when));
  }

  public ReportedVaccination report() {
    return new ReportedVaccination(
        new SourceIdentifier("urn:oid:2.16.840.1.113883.2.4.3.11.60.131.2", identifier),
        intention,
        Optional.of(
            new ReportedPerson(
                Optional.of(bsn),
                Optional.of(new PersonName("Jan", "van der", surname)),
                Optional.of(PartialDate.parse("1985-12-01")),
                Sex.MALE)),
        sharing,
        new Vaccine(List.of(new VaccineCode(CodeSystem.HPK, code)), "COVID-19 VACCIN PFIZER"),
        PartialDate.parse(date),
        Optional.of(new BatchNumber(batch)),
        new Administration(
            "Pfizer",
            "GGD regio Utrecht",
            "URA:01234567",
            "NL",
            "1/2",
            "",
            "",
            "0.3 mL",
            "Opmerking over " + surname),
        stated,
        bytes());
  }

  /// The message that carries it.
  public ReceivedMessage message() {
    return new ReceivedMessage("application/fhir+json", bytes());
  }

  private byte[] bytes() {
    String withdrawn = intention == Intention.WITHDRAW ? "withdrawn" : "";
    return String.join("|", bsn.reveal(), identifier, code, date, batch, surname, withdrawn)
        .getBytes(StandardCharsets.UTF_8);
  }
}
