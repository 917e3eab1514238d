// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/// The file in which a sender reads what became of each row of his.
@Component
public class ResultFile {

  private final Results results;

  ResultFile(Results results) {
    this.results = results;
  }

  /// Writes a line for every row that has an outcome, in the order of the file. Of the result no
  /// more is held than a page.
  ///
  /// @throws java.io.UncheckedIOException if whoever reads it goes away
  public void write(Upload upload, Language language, OutputStream out) {
    ResultWriter writer = new ResultWriter(out, language);
    writer.unknown(upload.unknownColumns());
    List<Line> page = results.after(upload.id(), 0);
    while (!page.isEmpty()) {
      page.forEach(writer::line);
      page = results.after(upload.id(), page.getLast().row());
    }
    writer.end();
  }
}
