// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Goes through a table in the order of its rows, some hundred at a time, and changes a column of
/// them where it still stands as it was read.
///
/// @param row the column that names the row
/// @param changed the column that is changed
/// @param source the column that is read for it
record Portions(JdbcClient jdbc, String table, String row, String changed, String source) {

  private static final int PORTION = 500;

  /// A row as it was read.
  record Cell(UUID row, byte[] now, byte[] source) {}

  /// What a cell should be; empty if it is.
  interface Renewal {
    Optional<byte[]> of(Cell cell);
  }

  long change(Renewal renewal, LongConsumer progress) {
    long changed = 0;
    UUID after = new UUID(0, 0);
    for (List<Cell> some = after(after); !some.isEmpty(); some = after(after)) {
      changed += change(some, renewal);
      progress.accept(changed);
      after = some.getLast().row();
    }
    return changed;
  }

  private List<Cell> after(UUID row) {
    String read =
        """
        SELECT %2$s, %3$s, %4$s FROM %1$s WHERE %2$s > ? AND %3$s IS NOT NULL ORDER BY %2$s LIMIT ?
        """
            .formatted(table, this.row, changed, source);
    return jdbc.sql(read)
        .params(row, PORTION)
        .query(
            (at, number) -> new Cell(at.getObject(1, UUID.class), at.getBytes(2), at.getBytes(3)))
        .list();
  }

  private int change(List<Cell> some, Renewal renewal) {
    List<Fresh> all =
        some.stream()
            .flatMap(cell -> renewal.of(cell).map(bytes -> new Fresh(cell, bytes)).stream())
            .toList();
    String change =
        """
        UPDATE %1$s SET %3$s = said.fresh
        FROM unnest(?::uuid[], ?::bytea[], ?::bytea[]) AS said (id, old, fresh)
        WHERE %1$s.%2$s = said.id AND %1$s.%3$s = said.old
        """
            .formatted(table, row, changed);
    return all.isEmpty()
        ? 0
        : jdbc.sql(change)
            .param(all.stream().map(it -> it.cell.row()).toArray(UUID[]::new))
            .param(all.stream().map(it -> it.cell.now()).toArray(byte[][]::new))
            .param(all.stream().map(Fresh::bytes).toArray(byte[][]::new))
            .update();
  }

  private record Fresh(Cell cell, byte[] bytes) {}
}
