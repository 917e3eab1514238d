// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;

/// CSV: a file is refused as a whole with a reason, or each of its rows is understood or refused
/// with reasons.
public final class CsvFuzz {

  private CsvFuzz() {}

  /// One file.
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      Table table = Table.open(new ByteArrayInputStream(data));
      for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
        if (RowReading.of(table.layout(), row.get())
                instanceof Reading.Unreadable(int number, List<Finding> findings)
            && findings.isEmpty()) {
          throw new IllegalStateException("refused without a reason");
        }
      }
    } catch (UnusableFile refused) {
      if (refused.advice(Language.NL).isBlank() || refused.advice(Language.EN).isBlank()) {
        throw new IllegalStateException("refused without a reason", refused);
      }
    }
  }
}
