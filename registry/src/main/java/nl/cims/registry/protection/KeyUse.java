// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import java.util.Map;
import java.util.function.LongConsumer;

/// One column in which the keys of a keyset are used.
public sealed interface KeyUse permits SealedCells, IndexedCells {

  /// Name of the keyset.
  String keyset();

  /// The column, as `schema.table.column`.
  String column();

  /// Whether its rows can be brought under a new key. If not, the old one stays for reading.
  boolean isRenewable();

  /// How many cells are under each key, by its id; empty where a cell does not say it.
  Map<Integer, Long> cells();

  /// Brings every row under the primary key, in portions, while others read and write. Broken off,
  /// it can begin anew at any time.
  ///
  /// @param progress is told after each portion how many rows were changed so far
  /// @return how many were changed
  long renew(LongConsumer progress);
}
