// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A column of keyed indexes, which do not say under which key they are.
public final class IndexedCells implements KeyUse {

  private final String keyset;
  private final SealedCells.Column column;
  private final @Nullable Source source;

  /// @param keyset whose keys index it
  /// @param source from what it is computed; empty if that is not kept
  public IndexedCells(String keyset, SealedCells.Column column, Optional<Source> source) {
    this.keyset = keyset;
    this.column = column;
    this.source = source.orElse(null);
  }

  /// What an index is computed from.
  ///
  /// @param jdbc the database
  /// @param index that is computed
  /// @param cell the column beside it
  /// @param value what is indexed, of a cell
  public record Source(JdbcClient jdbc, KeyedIndex index, String cell, Value value) {}

  /// What is indexed, read from a sealed cell of the same row.
  public interface Value {
    byte[] of(UUID row, byte[] cell);
  }

  @Override
  public String keyset() {
    return keyset;
  }

  @Override
  public String column() {
    return column.full();
  }

  @Override
  public boolean isRenewable() {
    return source != null;
  }

  @Override
  public Map<Integer, Long> cells() {
    return Map.of();
  }

  @Override
  public long renew(LongConsumer progress) {
    if (source == null) {
      return 0;
    }
    Source from = source;
    return new Portions(from.jdbc, column.table(), column.row(), column.name(), from.cell)
        .change(
            cell ->
                Optional.of(from.index.of(from.value.of(cell.row(), cell.source())))
                    .filter(fresh -> !Arrays.equals(fresh, cell.now())),
            progress);
  }
}
