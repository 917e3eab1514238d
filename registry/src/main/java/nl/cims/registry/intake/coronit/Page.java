// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.util.List;

/// Some rows of the GGDs' view.
///
/// @param rows in the order of reading
/// @param next where to go on once they are taken
/// @param more whether there is certainly something after them
record Page(List<Row> rows, Position next, boolean more) {

  Page {
    rows = List.copyOf(rows);
  }
}
