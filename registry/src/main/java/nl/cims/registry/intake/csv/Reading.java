// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.util.List;
import nl.cims.registry.intake.ReportedVaccination;

/// What came of reading a row.
sealed interface Reading {

  /// The number of the row.
  int row();

  /// It says this.
  record Understood(int row, ReportedVaccination report) implements Reading {}

  /// It cannot be read, for all these reasons.
  record Unreadable(int row, List<Finding> findings) implements Reading {
    public Unreadable {
      findings = List.copyOf(findings);
    }
  }
}
