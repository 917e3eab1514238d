// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A column of ciphertexts, each of which begins with the id of its key.
public final class SealedCells implements KeyUse {

  // Tink puts a byte 1 and the key's id before a ciphertext.
  private static final int PREFIX = 5;

  private final Protection protection;
  private final JdbcClient jdbc;
  private final String keyset;
  private final Column column;
  private final boolean renewable;

  /// @param keyset whose keys seal it
  /// @param renewable whether its rows may be changed
  public SealedCells(
      Protection protection, JdbcClient jdbc, String keyset, Column column, boolean renewable) {
    this.protection = protection;
    this.jdbc = jdbc;
    this.keyset = keyset;
    this.column = column;
    this.renewable = renewable;
  }

  /// A column.
  ///
  /// @param table with its schema
  /// @param row the column that names the row, to which a ciphertext is bound
  /// @param name of the column
  public record Column(String table, String row, String name) {
    String full() {
      return table + "." + name;
    }
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
    return renewable;
  }

  @Override
  public Map<Integer, Long> cells() {
    Map<Integer, Long> cells = new HashMap<>();
    String count =
        "SELECT substring(%2$s FROM 1 FOR %3$d), count(*) FROM %1$s WHERE %2$s IS NOT NULL GROUP BY 1"
            .formatted(column.table, column.name, PREFIX);
    jdbc.sql(count)
        .query(
            row -> {
              cells.put(key(row.getBytes(1)), row.getLong(2));
            });
    return cells;
  }

  @Override
  public long renew(LongConsumer progress) {
    int primary = protection.keysets().open(keyset).getPrimary().getId();
    Sealing sealing = protection.sealing(keyset, column.full());
    return new Portions(jdbc, column.table, column.row, column.name, column.name)
        .change(
            cell ->
                key(cell.now()) == primary
                    ? Optional.empty()
                    : Optional.of(sealing.seal(cell.row(), sealing.open(cell.row(), cell.now()))),
            progress);
  }

  private static int key(byte[] sealed) {
    return ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt();
  }
}
