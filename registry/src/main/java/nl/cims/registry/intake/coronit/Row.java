// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// One row of the GGDs' view.
///
/// @param id their number of the vaccination
/// @param hash of the row as their database computed it with our key: 32 bytes
/// @param changedAt when they changed it last, if they say
/// @param values what it says, as text; a column that is null is absent
record Row(long id, byte[] hash, Optional<Instant> changedAt, Map<Column, String> values) {

  Row {
    values = Map.copyOf(values);
  }

  /// What this column says, or an empty string.
  String text(Column column) {
    return values.getOrDefault(column, "").strip();
  }

  /// Whether the GGD cancelled the vaccination.
  boolean cancelled() {
    return text(Column.STATUS).equals("VERVALLEN");
  }

  @Override
  public String toString() {
    return "Row[hidden]";
  }
}
