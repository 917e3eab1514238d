// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The records of a CSV text (RFC 4180), blank ones included, of which one is held at a time.
final class Records {

  private static final int LONGEST_CELL = 4_000;
  private static final int LONGEST_RECORD = 32_000;
  private static final int MOST_CELLS = 500;

  private final Iterator<String[]> records;
  private int count;

  private Records(Reader text, char separator, int limit) {
    this.records =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .maxBufferSize(4 * limit * LONGEST_RECORD)
            .build(
                StringArrayHandler.of(
                    limits ->
                        limits
                            .maxFields(limit * MOST_CELLS)
                            .maxFieldSize(limit * LONGEST_CELL)
                            .maxRecordSize(limit * LONGEST_RECORD)),
                text)
            .iterator();
  }

  /// What a sender wrote.
  static Records sent(Reader text, char separator) {
    return new Records(text, separator, 1);
  }

  /// What we wrote, which may be a little longer.
  static Records kept(byte[] text) {
    return new Records(new StringReader(new String(text, StandardCharsets.UTF_8)), ',', 2);
  }

  /// How many records have been read.
  int count() {
    return count;
  }

  /// The cells of the next record; empty at the end.
  ///
  /// @throws UnusableFile if what follows is no CSV
  /// @throws UncheckedIOException if the text breaks off
  Optional<List<String>> next() {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      List<String> cells = List.of(records.next());
      count++;
      return Optional.of(cells);
    } catch (CsvParseException broken) {
      throw new UnusableFile(UnusableFile.Fault.BROKEN_QUOTES, count);
    } catch (UncheckedIOException failed) {
      if (failed.getCause() instanceof Decoding.NotText) {
        throw new UnusableFile(UnusableFile.Fault.UNREADABLE_TEXT, count);
      }
      throw failed;
    }
  }
}
