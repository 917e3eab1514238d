// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.util.List;
import java.util.stream.Collectors;

/// A file that is refused as a whole, so that nothing of it is kept. Says why, in both languages,
/// and repeats nothing that stands in the file.
public final class UnusableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final int row;
  private final transient List<Column> columns;

  UnusableFile(Fault fault, int row) {
    this(fault, row, List.of());
  }

  UnusableFile(Fault fault, int row, List<Column> columns) {
    super(fault.name(), null, false, false);
    this.fault = fault;
    this.row = row;
    this.columns = List.copyOf(columns);
  }

  /// Whether the file is good, but too much at once.
  public boolean tooLarge() {
    return fault == Fault.TOO_MANY_ROWS || fault == Fault.TOO_LARGE;
  }

  /// What is wrong and what to do.
  public String advice(Language language) {
    String names = columns.stream().map(it -> it.title(language)).collect(Collectors.joining(", "));
    return language
        .of(fault.dutch, fault.english)
        .replace("{row}", Integer.toString(row))
        .replace("{columns}", names);
  }

  /// Why a file cannot be used.
  enum Fault {
    COLUMNS_MISSING(
        "Deze kolommen ontbreken in de eerste rij: {columns}. Gebruik het sjabloon (/csv/v1/template), of zet de namen erbij en stuur het bestand opnieuw.",
        "The first row misses these columns: {columns}. Use the template (/csv/v1/template), or add the names and send the file again."),
    COLUMN_TWICE(
        "De kolom {columns} staat twee keer in de eerste rij. Haal er één weg en stuur het bestand opnieuw.",
        "The column {columns} is in the first row twice. Remove one and send the file again."),
    NO_ROWS("Er staan geen vaccinaties in het bestand.", "There are no vaccinations in the file."),
    BROKEN_QUOTES(
        "Na rij {row} kloppen de aanhalingstekens niet, of is een cel te lang. Controleer de rijen daarna, bewaar het bestand als CSV en stuur het opnieuw.",
        "After row {row} the quotation marks do not match, or a cell is too long. Check the rows after it, save the file as CSV and send it again."),
    UNREADABLE_TEXT(
        "Na rij {row} staan tekens die geen tekst zijn. Bewaar het bestand als CSV in UTF-8 en stuur het opnieuw.",
        "After row {row} there are bytes that are no text. Save the file as CSV in UTF-8 and send it again."),
    TOO_MANY_ROWS(
        "Het bestand heeft te veel rijen. Splits het en stuur de delen na elkaar.",
        "The file has too many rows. Split it and send the parts one after another."),
    TOO_LARGE(
        "Het bestand is te groot. Splits het en stuur de delen na elkaar.",
        "The file is too large. Split it and send the parts one after another.");

    private final String dutch;
    private final String english;

    Fault(String dutch, String english) {
      this.dutch = dutch;
      this.english = english;
    }
  }
}
