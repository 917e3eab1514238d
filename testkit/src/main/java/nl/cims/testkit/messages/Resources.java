// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.messages;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.cims.testkit.people.Dose;
import nl.cims.testkit.people.Person;
import nl.cims.testkit.people.Product;
import nl.cims.testkit.people.Source;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.PersonName;
import nl.cims.vocabulary.Sex;

/// The resources beside the vaccination: who got it, who gave it, what it was. Profiles: nl-core
/// and Nictiz' immunisation exchange, R4.
final class Resources {

  static final String PROFILES = "http://nictiz.nl/fhir/StructureDefinition/";
  private static final String HL7 = "http://hl7.org/fhir/StructureDefinition/";

  private Resources() {}

  static Map<String, Object> patient(Person person) {
    return object(
        "resourceType", "Patient",
        "meta", profile("nl-core-Patient"),
        "identifier",
            List.of(
                object("system", nl.cims.vocabulary.Bsn.SYSTEM, "value", person.bsn().reveal())),
        "name", List.of(name(person.name())),
        "gender", gender(person.sex()),
        "birthDate", person.birthDate().toString());
  }

  static Map<String, Object> organization(Source source) {
    return object(
        "resourceType", "Organization",
        "meta", profile("nl-core-HealthcareProvider-Organization"),
        "identifier",
            List.of(object("system", nl.cims.vocabulary.Ura.SYSTEM, "value", source.ura().value())),
        "name", source.title());
  }

  static Map<String, Object> medication(Dose dose) {
    Map<String, Object> medication =
        object(
            "resourceType", "Medication",
            "meta", profile("imm-PharmaceuticalProduct"),
            "code", vaccine(dose.product()),
            "manufacturer", object("display", dose.product().manufacturer()));
    dose.batch().ifPresent(batch -> medication.put("batch", object("lotNumber", batch.value())));
    return medication;
  }

  static Map<String, Object> vaccine(Product product) {
    List<Map<String, Object>> codings =
        product.codes().stream()
            .map(code -> object("system", code.system().uri(), "code", code.code()))
            .toList();
    if (product.codes().getFirst().system() == CodeSystem.HPK) {
      codings.getFirst().put("display", product.display());
    }
    return object("coding", codings, "text", product.display());
  }

  static Map<String, Object> profile(String name) {
    return object("profile", List.of(PROFILES + name));
  }

  /// An object with these keys and values, alternating; its fields stay in this order.
  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  private static Map<String, Object> name(PersonName name) {
    Map<String, Object> human = object("use", "official", "text", name.full());
    human.put("family", name.family());
    human.put("_family", object("extension", familyParts(name)));
    human.put("given", Arrays.asList(name.given().split(" ", -1)));
    return human;
  }

  private static List<Map<String, Object>> familyParts(PersonName name) {
    Map<String, Object> own =
        object("url", HL7 + "humanname-own-name", "valueString", name.surname());
    return name.infix().isEmpty()
        ? List.of(own)
        : List.of(object("url", HL7 + "humanname-own-prefix", "valueString", name.infix()), own);
  }

  private static String gender(Sex sex) {
    return switch (sex) {
      case MALE -> "male";
      case FEMALE -> "female";
      case OTHER -> "other";
      case UNKNOWN -> "unknown";
    };
  }
}
