// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns that a file may have, in the order of the template, each with its name in Dutch and
/// English. What they mean is told by [Explanation].
enum Column {
  IDENTIFIER("identificatie", "identifier", true),
  ACTION("actie", "action", false),
  BSN("bsn", "bsn", true),
  GIVEN("voornamen", "given_names", false),
  INFIX("tussenvoegsel", "infix", false),
  SURNAME("achternaam", "surname", false),
  BIRTH_DATE("geboortedatum", "birth_date", false),
  SEX("geslacht", "sex", false),
  CONSENT("toestemming_delen", "sharing_consent", true),
  DATE("vaccinatiedatum", "vaccination_date", true),
  CODE("vaccincode", "vaccine_code", true),
  SYSTEM("codesysteem", "code_system", true),
  VACCINE("vaccin", "vaccine", false),
  BATCH("batchnummer", "batch", false),
  MAKER("fabrikant", "manufacturer", false),
  DOSE("dosisnummer", "dose_number", false),
  SITE("plaats_op_lichaam", "site", false),
  ROUTE("toedieningsweg", "route", false),
  AMOUNT("hoeveelheid", "amount", false),
  PERFORMER("uitvoerder", "performer", false),
  PERFORMER_NUMBER("uitvoerdernummer", "performer_number", false),
  STATED("vastgelegd_op", "stated_at", false),
  NOTE("opmerking", "note", false);

  private static final Map<String, Column> BY_NAME =
      Stream.of(values())
          .flatMap(
              it -> Stream.of(it.dutch, it.english).distinct().map(name -> Map.entry(name, it)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private final String dutch;
  private final String english;
  private final boolean required;

  Column(String dutch, String english, boolean required) {
    this.dutch = dutch;
    this.english = english;
    this.required = required;
  }

  String title(Language language) {
    return language.of(dutch, english);
  }

  /// Whether a file without it is refused as a whole.
  boolean required() {
    return required;
  }

  /// The column that a sender means with this head: capitals, accents, blanks, dashes and
  /// underscores make no difference.
  static Optional<Column> named(String head) {
    String plain =
        Normalizer.normalize(head, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "_")
            .replaceAll("^_|_$", "");
    return Optional.ofNullable(BY_NAME.get(plain));
  }

  static List<String> titles(Language language) {
    return each(it -> it.title(language));
  }

  private static List<String> each(Function<Column, String> what) {
    return Arrays.stream(values()).map(what).toList();
  }
}
