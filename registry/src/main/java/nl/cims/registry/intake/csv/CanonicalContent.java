// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.nio.charset.StandardCharsets;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.vocabulary.PartialDate;

/// Everything that a row says about its vaccination, as bytes that are the same whatever the order
/// of the columns, their language, the encoding, the separator and the form of the dates.
///
/// What does not count: when the source says that it said so, as in FHIR; and whether it calls it
/// new or a correction, since that tells what to do and not what was given.
final class CanonicalContent {

  private CanonicalContent() {}

  static byte[] of(Cells cells, Intention intention, PartialDate date) {
    StringBuilder text = new StringBuilder(256).append("csv");
    if (intention == Intention.WITHDRAW) {
      add(text, Column.ACTION, "withdraw");
    }
    for (Column column : Column.values()) {
      switch (column) {
        case ACTION, STATED -> {
          // See above.
        }
        case DATE -> add(text, column, date.toString());
        case BIRTH_DATE ->
            add(text, column, Dates.date(cells.text(column)).map(PartialDate::toString).orElse(""));
        case CONSENT -> add(text, column, word(Codes.sharing(cells.text(column))));
        case SEX -> add(text, column, word(Codes.sex(cells.text(column))));
        case SYSTEM -> add(text, column, word(Codes.system(cells.text(column))));
        default -> add(text, column, cells.text(column));
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String word(java.util.Optional<? extends Enum<?>> value) {
    return value.map(Enum::name).orElse("");
  }

  private static void add(StringBuilder text, Column column, String value) {
    if (!value.isEmpty()) {
      text.append('\n').append(column).append('(').append(value.length()).append(')').append(value);
    }
  }
}
