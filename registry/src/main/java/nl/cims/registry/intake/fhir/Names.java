// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.cims.vocabulary.PersonName;

/// Reads a person's name with the parts of nl-core: own name and its prefix apart, first names
/// apart from initials and the name he is called by. A partner's name is used only if there is no
/// own name, as the population register does.
final class Names {

  private static final String PART = "http://hl7.org/fhir/StructureDefinition/humanname-";
  private static final String QUALIFIER =
      "http://hl7.org/fhir/StructureDefinition/iso21090-EN-qualifier";
  private static final List<String> PREFERENCE = List.of("official", "", "usual");

  private Names() {}

  /// The official name, else one without a use, else the usual one, else the first.
  static Optional<Element> preferred(Element person) {
    List<Element> names = person.all("name");
    return PREFERENCE.stream()
        .flatMap(use -> names.stream().filter(name -> name.text("use").equals(use)))
        .findFirst()
        .or(() -> names.stream().findFirst());
  }

  /// The name in its parts; empty if it has none.
  ///
  /// @throws nl.cims.vocabulary.InvalidValue if a part is too long
  static Optional<PersonName> read(Element name) {
    String given = given(name.all("given"));
    Optional<Element> family = name.first("family");
    String infix = part(family, "own-prefix");
    String surname = part(family, "own-name");
    if (surname.isEmpty() && !part(family, "partner-name").isEmpty()) {
      infix = part(family, "partner-prefix");
      surname = part(family, "partner-name");
    }
    if (surname.isEmpty()) {
      surname = withoutInfix(name.text("family"), infix);
    }
    if (given.isBlank() && surname.isBlank()) {
      infix = "";
      surname = name.text("text");
    }
    return given.isBlank() && surname.isBlank()
        ? Optional.empty()
        : Optional.of(new PersonName(given, infix, surname));
  }

  /// The name as one line, for a professional.
  static String line(Element person) {
    Optional<Element> name = preferred(person);
    String text = name.map(it -> it.text("text")).orElse("");
    return text.isEmpty() ? name.flatMap(Names::read).map(PersonName::full).orElse("") : text;
  }

  private static String given(List<Element> given) {
    for (String qualifier : List.of("BR", "", "IN", "CL")) {
      String names =
          given.stream()
              .filter(it -> it.value() != null && qualifier(it).equals(qualifier))
              .map(it -> String.valueOf(it.value()))
              .collect(Collectors.joining(" "));
      if (!names.isEmpty()) {
        return names;
      }
    }
    return "";
  }

  private static String qualifier(Element given) {
    return given.extension(QUALIFIER).map(it -> it.text("valueCode")).orElse("");
  }

  private static String part(Optional<Element> family, String part) {
    return family
        .flatMap(it -> it.extension(PART + part))
        .map(it -> it.text("valueString"))
        .orElse("");
  }

  private static String withoutInfix(String family, String infix) {
    return !infix.isEmpty() && family.startsWith(infix + " ")
        ? family.substring(infix.length() + 1)
        : family;
  }
}
