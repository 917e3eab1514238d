// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.storage;

import java.util.Collection;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Rows for the database as one array per column, so that a statement with `unnest` writes as many
/// as there are at once.
public final class Columns {

  private Columns() {}

  /// What one column holds of each row.
  ///
  /// @param array of its type
  /// @param cell what it holds of a row
  public static <R, C> @Nullable C[] of(
      Collection<R> rows, IntFunction<C[]> array, Cell<? super R, ? extends C> cell) {
    @Nullable C[] column = array.apply(rows.size());
    int at = 0;
    for (R row : rows) {
      column[at++] = cell.of(row);
    }
    return column;
  }

  /// What a column holds of a row; null for nothing.
  @FunctionalInterface
  public interface Cell<R, C> {
    @Nullable C of(R row);
  }
}
