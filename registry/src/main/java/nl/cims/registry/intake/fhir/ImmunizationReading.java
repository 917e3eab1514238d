// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import nl.cims.registry.intake.ReportedPerson;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.intake.ReportedVaccination.SourceIdentifier;
import nl.cims.vocabulary.InvalidValue;
import nl.cims.vocabulary.PartialDate;
import org.jspecify.annotations.Nullable;

/// Translates one Immunization, whose structure was checked, to what intake understands. What is
/// missing or cannot be taken goes to the findings.
final class ImmunizationReading {

  private static final int LONGEST_IDENTIFIER = 200;
  private static final PartialDate NO_DATE = new PartialDate(1, 0, 0);

  private final References references;
  private final CanonicalContent content;
  private final Findings findings;

  ImmunizationReading(References references, Findings findings) {
    this.references = references;
    this.content = new CanonicalContent(references);
    this.findings = findings;
  }

  /// The vaccination as reported; empty if something was found wrong with it.
  Optional<ReportedVaccination> read(Element immunization, Ask ask) {
    int before = findings.size();
    Intention intention = intention(immunization, ask);
    SourceIdentifier identifier = identifier(immunization, ask);
    dangling(immunization);
    subpotent(immunization);
    PersonReading people = new PersonReading(immunization, references, findings);
    Sharing sharing = people.sharing();
    Optional<ReportedPerson> person = people.person(sharing);
    VaccineReading vaccine = new VaccineReading(immunization, references, findings);
    ReportedVaccination reported =
        new ReportedVaccination(
            identifier,
            intention,
            person,
            sharing,
            vaccine.vaccine(),
            occurredOn(immunization),
            vaccine.batch(),
            new AdministrationReading(immunization, references)
                .read(
                    vaccine.manufacturer(),
                    new PerformerReading(immunization, references, findings)),
            stated(immunization),
            content.of(immunization));
    return findings.size() > before ? Optional.empty() : Optional.of(reported);
  }

  private Intention intention(Element immunization, Ask ask) {
    Element status = immunization.first("status").orElse(immunization);
    switch (immunization.text("status")) {
      case "completed" -> {
        return ask.update() ? Intention.CORRECT : Intention.RECORD;
      }
      case "entered-in-error" -> {
        if (!ask.update()) {
          findings.unacceptable(
              status,
              "business-rule",
              "a vaccination is withdrawn by an update: PUT Immunization?identifier=system|value with this status");
        }
        return Intention.WITHDRAW;
      }
      case "not-done" ->
          findings.unacceptable(
              status,
              "business-rule",
              "the register keeps vaccinations that were given; do not send those that were not, and withdraw one that was"
                  + " sent wrongly with status entered-in-error");
      default -> findings.unacceptable(status, "required", "send the status completed");
    }
    return Intention.RECORD;
  }

  /// The first identifier with a system and a value names the vaccination.
  private SourceIdentifier identifier(Element immunization, Ask ask) {
    for (Element each : immunization.all("identifier")) {
      String system = each.text("system");
      String value = each.text("value");
      if (!system.isEmpty() && !value.isEmpty()) {
        SourceIdentifier identifier = new SourceIdentifier(system, value);
        check(each, identifier, ask.addressed().orElse(null));
        return identifier;
      }
    }
    findings.missing(
        immunization,
        "identifier",
        "send an identifier with system and value, the same in every message about this vaccination");
    return new SourceIdentifier("", "");
  }

  private void check(
      Element at, SourceIdentifier identifier, @Nullable SourceIdentifier addressed) {
    if (identifier.system().length() > LONGEST_IDENTIFIER
        || identifier.value().length() > LONGEST_IDENTIFIER) {
      findings.unacceptable(at, "too-long", "system and value have at most 200 characters each");
    }
    if (Systems.isBsn(identifier.system())) {
      findings.unacceptable(
          at, "value", "a BSN names a person, not a vaccination; send a number of your own");
    }
    if (addressed != null && !addressed.equals(identifier)) {
      findings.unacceptable(
          at, "invariant", "the address of the update names another identifier; both are the same");
    }
  }

  /// When the sender's system changed it last, else when it was put down there.
  private static Optional<Instant> stated(Element immunization) {
    return immunization.all("meta").stream()
        .map(meta -> meta.text("lastUpdated"))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(text -> OffsetDateTime.parse(text).toInstant());
  }

  private PartialDate occurredOn(Element immunization) {
    Optional<Element> dateTime = immunization.first("occurrenceDateTime");
    if (dateTime.isEmpty()) {
      immunization
          .first("occurrenceString")
          .ifPresent(
              text ->
                  findings.unacceptable(
                      text, "not-supported", "send occurrenceDateTime; the year alone is enough"));
      return NO_DATE;
    }
    String text = immunization.text("occurrenceDateTime");
    if (text.isEmpty()) {
      findings.unacceptable(
          dateTime.get(),
          "required",
          "the date of a vaccination is needed; the year alone is enough");
      return NO_DATE;
    }
    try {
      // The day as the sender wrote it, whatever the clock says elsewhere.
      return PartialDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (InvalidValue invalid) {
      findings.unacceptable(dateTime.get(), "value", invalid.rule());
      return NO_DATE;
    }
  }

  /// FHIR marks this element as one that changes the meaning of the whole, so it may not be
  /// overlooked.
  private void subpotent(Element immunization) {
    if (immunization.text("isSubpotent").equals("true")) {
      findings.unacceptable(
          immunization.first("isSubpotent").orElse(immunization),
          "not-supported",
          "the register cannot keep that a dose was too weak; leave the element out and say it in a note");
    }
  }

  private void dangling(Element element) {
    for (Element child : element.children()) {
      if (child.name().equals("patient")) {
        // PersonReading says more about it.
        continue;
      }
      if (child.type().equals("Reference")
          && References.mustBeHere(child)
          && references.target(child).isEmpty()) {
        findings.unacceptable(
            child,
            "not-found",
            "this refers to something that is not in the message; send it along");
      } else if (child.resourceType() == null) {
        dangling(child);
      }
    }
  }
}
