// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Writes lines of a result as CSV that a Dutch spreadsheet opens by a double click: UTF-8 with its
/// mark, semicolons. No cell begins with a sign by which a spreadsheet would take it for a formula.
final class ResultWriter {

  private static final String MARK = "\uFEFF";
  private static final String FORMULA = "=+-@\t\r";

  private final Language language;
  private final Writer text;
  private final CsvWriter writer;

  ResultWriter(OutputStream out, Language language) {
    this.language = language;
    this.text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    this.writer = CsvWriter.builder().fieldSeparator(';').build(text);
    mark();
    writer.writeRecord(
        language.of("rij", "row"),
        language.of("uitkomst", "outcome"),
        language.of("ontvangstbewijs", "receipt"),
        language.of("meldingen", "findings"));
  }

  /// Everything about one row.
  void line(Line line) {
    write(
        line.row(),
        line.fate().text(language),
        line.receipt().map(UUID::toString).orElse(""),
        findings(line.findings()));
  }

  /// About a row for which nothing was decided.
  ///
  /// @param outcome in the language of the file
  void note(int row, String outcome, List<Finding> findings) {
    write(row, outcome, "", findings(findings));
  }

  /// That nothing under these heads was read.
  void unknown(List<String> heads) {
    for (String head : heads) {
      write(
          1,
          language.of("let op", "note"),
          "",
          "«" + head + "»: " + Remark.UNKNOWN_COLUMN.text(language));
    }
  }

  /// Why the whole file was refused.
  void unusable(UnusableFile cause) {
    write(1, Line.Fate.REFUSED.text(language), "", cause.advice(language));
  }

  void end() {
    try {
      writer.flush();
      text.flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String findings(List<Finding> findings) {
    return findings.stream().map(it -> it.text(language)).collect(Collectors.joining(" | "));
  }

  private void write(int row, String outcome, String receipt, String findings) {
    writer.writeRecord(Integer.toString(row), outcome, receipt, harmless(findings));
  }

  static String harmless(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private void mark() {
    try {
      text.write(MARK);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
