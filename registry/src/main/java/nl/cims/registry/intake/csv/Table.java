// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// A file on its way in, read row by row: encoding and separator are found out, and no more of it
/// is held than a row and a buffer.
final class Table {

  private final Records records;
  private final Layout layout;

  private Table(Records records) {
    this.records = records;
    this.layout = Layout.of(records.next().orElse(List.of()));
  }

  /// Reads the header.
  ///
  /// @throws UnusableFile if it lacks something
  /// @throws UncheckedIOException if the file breaks off
  static Table open(InputStream file) {
    try {
      BufferedReader text = new BufferedReader(new Decoding(file), Separator.LONGEST_HEADER);
      return new Table(Records.sent(text, Separator.of(text)));
    } catch (UncheckedIOException failed) {
      if (failed.getCause() instanceof Decoding.NotText) {
        throw new UnusableFile(UnusableFile.Fault.UNREADABLE_TEXT, 0);
      }
      throw failed;
    }
  }

  Layout layout() {
    return layout;
  }

  /// The next row that is not blank; empty at the end.
  ///
  /// @throws UnusableFile if what follows is no CSV
  /// @throws UncheckedIOException if the file breaks off
  Optional<Row> next() {
    Optional<Row> row = record();
    while (row.isPresent() && row.get().isBlank()) {
      row = record();
    }
    return row;
  }

  private Optional<Row> record() {
    return records.next().map(cells -> new Row(records.count(), cells));
  }
}
