// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.intake.ReportedPerson;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.InvalidValue;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.PersonName;
import nl.cims.vocabulary.Sex;

/// Reads who got the vaccination, and whether he agreed to share it.
final class PersonReading {

  /// Says on an Immunization whether the person agreed to share it with the register under his
  /// name.
  static final String SHARING_AGREED = "urn:cims:fhir:sharing-agreed";

  private final Element immunization;
  private final References references;
  private final Findings findings;

  PersonReading(Element immunization, References references, Findings findings) {
    this.immunization = immunization;
    this.references = references;
    this.findings = findings;
  }

  /// Refused if the message says so, or masks the patient; otherwise whoever reports a vaccination
  /// has asked.
  Sharing sharing() {
    Optional<Element> extension = immunization.extension(SHARING_AGREED);
    if (extension.isPresent()) {
      switch (extension.get().text("valueBoolean")) {
        case "true" -> {
          // The same as saying nothing.
        }
        case "false" -> {
          return Sharing.REFUSED;
        }
        default -> findings.missing(extension.get(), "valueBoolean", "say true or false");
      }
    }
    boolean masked =
        immunization.first("patient").map(Element::absentReason).orElse("").equals("masked");
    return masked ? Sharing.REFUSED : Sharing.AGREED;
  }

  /// The person as described; empty only if he did not agree to share and the message leaves him
  /// out.
  Optional<ReportedPerson> person(Sharing sharing) {
    Optional<Element> reference = immunization.first("patient");
    if (reference.isEmpty()) {
      return Optional.empty();
    }
    Optional<Element> patient = references.target(reference.get());
    if (patient.isPresent() && !patient.get().isResource("Patient")) {
      findings.unacceptable(
          reference.get(), "value", "this refers to something that is no Patient");
      return Optional.empty();
    }
    int before = findings.size();
    Optional<Bsn> bsn = bsn(reference.get(), patient);
    if (bsn.isEmpty() && sharing == Sharing.AGREED && findings.size() == before) {
      nobody(reference.get(), patient);
    }
    if (bsn.isEmpty() && patient.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ReportedPerson(
            bsn, patient.flatMap(this::name), patient.flatMap(this::birthDate), sex(patient)));
  }

  private void nobody(Element reference, Optional<Element> patient) {
    if (patient.isPresent()) {
      findings.missing(
          patient.get(),
          "identifier",
          "the register finds a person by BSN only; send it with the system " + Systems.BSN);
    } else {
      findings.unacceptable(
          reference,
          "not-found",
          "the patient is not in this message; send the Patient in the same Bundle or contained, or an identifier with the"
              + " BSN here; if the person did not agree to share, say so (data-absent-reason masked)");
    }
  }

  private Optional<Bsn> bsn(Element reference, Optional<Element> patient) {
    Optional<Bsn> found = Optional.empty();
    List<Element> identifiers = new ArrayList<>(reference.all("identifier"));
    if (patient.isPresent()) {
      identifiers.addAll(patient.get().all("identifier"));
    }
    for (Element identifier : identifiers) {
      if (!Systems.isBsn(identifier.text("system")) || identifier.text("value").isEmpty()) {
        continue;
      }
      Optional<Bsn> bsn = Bsn.parse(identifier.text("value"));
      if (bsn.isEmpty()) {
        findings.unacceptable(
            identifier.first("value").orElse(identifier),
            "value",
            "a BSN has nine digits and passes the eleven-test");
      } else if (found.isPresent() && !found.get().sameAs(bsn.get())) {
        findings.unacceptable(identifier, "invariant", "the patient has two different BSNs");
      } else {
        found = bsn;
      }
    }
    return found;
  }

  private Optional<PersonName> name(Element patient) {
    Optional<Element> name = Names.preferred(patient);
    try {
      return name.flatMap(Names::read);
    } catch (InvalidValue invalid) {
      findings.unacceptable(name.orElse(patient), "value", invalid.rule());
      return Optional.empty();
    }
  }

  private Optional<PartialDate> birthDate(Element patient) {
    Optional<Element> birthDate = patient.first("birthDate").filter(it -> it.value() != null);
    try {
      return birthDate.map(it -> PartialDate.parse(patient.text("birthDate")));
    } catch (InvalidValue invalid) {
      findings.unacceptable(birthDate.orElse(patient), "value", invalid.rule());
      return Optional.empty();
    }
  }

  private static Sex sex(Optional<Element> patient) {
    return switch (patient.map(it -> it.text("gender")).orElse("")) {
      case "male" -> Sex.MALE;
      case "female" -> Sex.FEMALE;
      case "other" -> Sex.OTHER;
      default -> Sex.UNKNOWN;
    };
  }
}
