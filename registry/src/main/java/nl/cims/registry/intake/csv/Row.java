// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.util.List;

/// One row of a file.
///
/// @param number as a spreadsheet counts: the header is row 1
/// @param cells as sent
record Row(int number, List<String> cells) {

  Row {
    cells = List.copyOf(cells);
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }

  @Override
  public String toString() {
    return "Row[" + number + "]";
  }
}
