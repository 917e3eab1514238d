// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import org.springframework.stereotype.Component;

/// Tells what is wrong with the first rows of a file, as far as that can be told without looking at
/// what is registered. Keeps nothing.
@Component
public class DryRun {

  private final Intake intake;
  private final CsvSettings settings;

  DryRun(Intake intake, CsvSettings settings) {
    this.intake = intake;
    this.settings = settings;
  }

  /// The lines of the result, whole, since a sender reads no answer before he has sent his file.
  ///
  /// @param source who would send it
  /// @throws UnusableFile if it would be refused as a whole
  /// @throws java.io.UncheckedIOException if it breaks off
  public byte[] check(String source, InputStream file, Language language) {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    ResultWriter writer = new ResultWriter(result, language);
    Table table = Table.open(new SentBytes(file, settings.size().toBytes()));
    writer.unknown(table.layout().unknown());
    Optional<Row> row = table.next();
    for (int i = 0; row.isPresent() && i < settings.dryRunRows(); i++) {
      tell(source, RowReading.of(table.layout(), row.get()), writer, language);
      row = table.next();
    }
    row.ifPresent(
        it ->
            writer.note(
                it.number(),
                language.of("niet gecontroleerd", "not checked"),
                List.of(Finding.ofRow(Remark.NOT_CHECKED))));
    writer.end();
    return result.toByteArray();
  }

  private void tell(String source, Reading reading, ResultWriter writer, Language language) {
    switch (reading) {
      case Reading.Unreadable(int row, var findings) -> writer.line(Line.refused(row, findings));
      case Reading.Understood(int row, var report) -> {
        List<Reason> reasons = intake.foreseeable(source, report);
        writer.note(
            row, verdict(report, reasons, language), reasons.stream().map(Remark::of).toList());
      }
    }
  }

  private static String verdict(
      ReportedVaccination report, List<Reason> reasons, Language language) {
    if (reasons.isEmpty()) {
      return language.of("in orde", "in order");
    }
    return report.sharing() == Sharing.REFUSED
        ? Line.Fate.REFUSED.text(language)
        : Line.Fate.QUARANTINED.text(language);
  }
}
