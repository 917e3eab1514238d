// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.util.List;

/// Some rows of the GGDs' view.
///
/// @param rows in the order of reading
/// @param next where to go on once they are taken
/// @param more whether there is certainly something after them
/// @param waiting whether rows were changed that may not be read yet, since an older transaction
///   still runs
record Page(List<Row> rows, Position next, boolean more, boolean waiting) {

  Page {
    rows = List.copyOf(rows);
  }

  /// Whether nothing is left once these are taken.
  boolean isLast() {
    return !more && !waiting;
  }
}
