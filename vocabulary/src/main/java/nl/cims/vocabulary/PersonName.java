// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The name of a person as the population register keeps it: the infix (`van der`) apart from the
/// surname, so that sorting and addressing come out right. Empty parts are empty strings.
/// Normalised to NFC, outer blanks removed.
///
/// Hidden from logs: `toString` says nothing.
///
/// @param given first names, separated by a blank
/// @param infix the prefix of the surname, such as `van der`
/// @param surname the surname without its infix
public record PersonName(String given, String infix, String surname) {

  private static final int LONGEST = 200;

  /// @throws InvalidValue if a part is longer than 200 characters, or there are neither first names
  ///   nor a surname
  public PersonName {
    given = clean(given);
    infix = clean(infix);
    surname = clean(surname);
    if (given.isEmpty() && surname.isEmpty()) {
      throw new InvalidValue("a person's name has first names or a surname");
    }
  }

  /// First names, infix and surname in that order.
  public String full() {
    return Stream.of(given, infix, surname)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /// Infix and surname, as a form shows it.
  public String family() {
    return infix.isEmpty() ? surname : infix + " " + surname;
  }

  @Override
  public String toString() {
    return "PersonName[hidden]";
  }

  private static String clean(String part) {
    String text = Normalizer.normalize(part.strip(), Normalizer.Form.NFC);
    if (text.length() > LONGEST) {
      throw new InvalidValue("a part of a name has at most 200 characters");
    }
    return text;
  }
}
