// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.List;
import java.util.Optional;
import nl.cims.vocabulary.PersonName;

/// Reads a person's name (XPN) with the parts that Dutch names need: own surname and its prefix
/// apart. A partner's name is used only if there is no own name, as the population register does.
final class Names {

  private static final int TYPE = 7;
  private static final List<String> PREFERENCE = List.of("L", "", "B", "D");

  private Names() {}

  /// The legal name, else one without a type, else the name at birth, else the one displayed, else
  /// the first; empty if it says nothing.
  ///
  /// @throws nl.cims.vocabulary.InvalidValue if a part is too long
  static Optional<PersonName> read(Segment segment, int field) {
    List<String> names = segment.repetitions(field);
    String name =
        PREFERENCE.stream()
            .flatMap(type -> names.stream().filter(it -> segment.text(it, TYPE).equals(type)))
            .findFirst()
            .orElse(names.getFirst());
    String given = (segment.text(name, 2) + " " + segment.text(name, 3)).strip();
    String infix = segment.text(name, 1, 2);
    String surname = segment.text(name, 1, 3);
    String whole = segment.text(name, 1, 1);
    if (surname.isEmpty() && whole.isEmpty()) {
      infix = segment.text(name, 1, 4);
      surname = segment.text(name, 1, 5);
    } else if (surname.isEmpty()) {
      surname = withoutInfix(whole, infix);
    }
    return given.isEmpty() && surname.isEmpty()
        ? Optional.empty()
        : Optional.of(new PersonName(given, infix, surname));
  }

  /// The name of a professional (XCN), whose parts stand one further.
  static String line(Segment segment, int field) {
    String infix = segment.text(segment.first(field), 2, 2);
    String own = segment.text(segment.first(field), 2, 3);
    String surname = own.isEmpty() ? segment.text(field, 2) : (infix + " " + own).strip();
    return (segment.text(field, 3) + " " + surname).strip();
  }

  private static String withoutInfix(String surname, String infix) {
    return !infix.isEmpty() && surname.startsWith(infix + " ")
        ? surname.substring(infix.length() + 1)
        : surname;
  }
}
