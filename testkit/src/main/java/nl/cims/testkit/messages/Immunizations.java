// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.messages;

import static nl.cims.testkit.messages.Resources.object;

import java.util.List;
import java.util.Map;
import nl.cims.testkit.people.Dose;
import nl.cims.testkit.people.Product;
import nl.cims.testkit.people.Report;

/// One reported dose as a FHIR Immunization in the profile imm-Vaccination-event.
final class Immunizations {

  private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

  private Immunizations() {}

  /// How the resource refers to the others.
  record References(String patient, String organization, String medication) {}

  static Map<String, Object> immunization(Report report, References references) {
    Dose dose = report.dose();
    Map<String, Object> immunization =
        object(
            "resourceType", "Immunization",
            "meta", Resources.profile("imm-Vaccination-event"),
            "extension", extensions(dose, references),
            "identifier", List.of(identifier(dose)),
            "status", report.kind() == Report.Kind.WITHDRAW ? "entered-in-error" : "completed",
            "vaccineCode", Resources.vaccine(dose.product()),
            "patient", patient(dose, references),
            "occurrenceDateTime", dose.occurredOn().toString(),
            "primarySource", true,
            "manufacturer", object("display", dose.product().manufacturer()));
    dose.batch().ifPresent(batch -> immunization.put("lotNumber", batch.value()));
    immunization.put("site", upperArm());
    immunization.put("route", intramuscular());
    immunization.put("doseQuantity", quantity(dose.product()));
    immunization.put("performer", List.of(performer(dose, references)));
    immunization.put("protocolApplied", List.of(object("doseNumberPositiveInt", dose.number())));
    return immunization;
  }

  static Map<String, Object> identifier(Dose dose) {
    return object("system", dose.source().identifierSystem(), "value", dose.identifier());
  }

  private static List<Map<String, Object>> extensions(Dose dose, References references) {
    Map<String, Object> product =
        object(
            "url",
            Resources.PROFILES + "ext-imm-Vaccination.PharmaceuticalProduct",
            "valueReference",
            object("reference", references.medication(), "type", "Medication"));
    return dose.sharing() == Dose.Sharing.REFUSED
        ? List.of(product, object("url", "urn:cims:fhir:sharing-agreed", "valueBoolean", false))
        : List.of(product);
  }

  private static Map<String, Object> patient(Dose dose, References references) {
    return dose.sharing() == Dose.Sharing.MASKED
        ? object("extension", List.of(object("url", ABSENT, "valueCode", "masked")))
        : object("reference", references.patient(), "type", "Patient");
  }

  private static Map<String, Object> performer(Dose dose, References references) {
    return object(
        "function",
        object(
            "coding",
            List.of(
                object(
                    "system",
                    "http://terminology.hl7.org/CodeSystem/v2-0443",
                    "code",
                    "AP",
                    "display",
                    "Administering Provider"))),
        "actor",
        object(
            "reference",
            references.organization(),
            "type",
            "Organization",
            "display",
            dose.source().title()));
  }

  private static Map<String, Object> upperArm() {
    return object(
        "coding",
        List.of(
            object("system", "http://snomed.info/sct", "code", "40983000", "display", "bovenarm")));
  }

  private static Map<String, Object> intramuscular() {
    return object(
        "coding",
        List.of(
            object(
                "system",
                "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.2.9.13.2",
                "code",
                "2",
                "display",
                "INTRAMUSCULAIR")));
  }

  private static Map<String, Object> quantity(Product product) {
    return object(
        "value",
        product == Product.COMIRNATY ? 0.3 : product == Product.SPIKEVAX_HALF ? 0.25 : 0.5,
        "unit",
        "ml",
        "system",
        "http://unitsofmeasure.org",
        "code",
        "mL");
  }
}
