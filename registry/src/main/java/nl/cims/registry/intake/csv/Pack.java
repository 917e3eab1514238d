// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rows put together, to be sealed as one: CSV in UTF-8, of which the first cell is the number of
/// the row.
final class Pack {

  private static final int MOST_ROWS = 250;
  private static final int MOST_LETTERS = 256 * 1024;

  private final StringWriter text = new StringWriter();
  private final CsvWriter writer = CsvWriter.builder().bufferSize(0).build(text);
  private int rows;

  void add(Row row) {
    List<String> cells = new ArrayList<>(row.cells().size() + 1);
    cells.add(Integer.toString(row.number()));
    cells.addAll(row.cells());
    writer.writeRecord(cells);
    rows++;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  boolean isFull() {
    return rows >= MOST_ROWS || text.getBuffer().length() >= MOST_LETTERS;
  }

  /// The rows as bytes; they are not in here any more.
  byte[] empty() {
    byte[] all = text.toString().getBytes(StandardCharsets.UTF_8);
    text.getBuffer().setLength(0);
    rows = 0;
    return all;
  }

  /// One record as bytes.
  static byte[] of(List<String> cells) {
    StringWriter record = new StringWriter();
    CsvWriter.builder().bufferSize(0).build(record).writeRecord(cells);
    return record.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The cells of what [#of] wrote.
  static List<String> cells(byte[] record) {
    return Records.kept(record).next().orElse(List.of());
  }

  /// The rows in these bytes, without the first `done`.
  static List<Row> rows(byte[] packed, int done) {
    Records records = Records.kept(packed);
    List<Row> rows = new ArrayList<>(MOST_ROWS);
    Optional<List<String>> cells = records.next();
    while (cells.isPresent()) {
      if (records.count() > done) {
        List<String> all = cells.get();
        rows.add(new Row(Integer.parseInt(all.getFirst()), all.subList(1, all.size())));
      }
      cells = records.next();
    }
    return rows;
  }
}
