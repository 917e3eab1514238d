// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/// Reads the GGDs' view: by pages in the order of change, and by stretches in the order of number.
final class GgdRows {

  // Computed by them over what the row says, with a key of ours before it: they already hold what
  // it
  // says, and what we remember of it cannot be guessed by whoever only holds our database.
  private static final String HASH =
      "sha256(? || convert_to(ROW(v.id, %s)::text, 'UTF8'))"
          .formatted(
              Column.SAID.stream().map(it -> "v." + it.title()).collect(Collectors.joining(", ")));

  private static final String SELECT =
      "SELECT v.id, %s AS hash, v.gewijzigd_op, %s"
          .formatted(
              HASH,
              Column.SAID.stream()
                  .map(it -> "v." + it.title() + "::text")
                  .collect(Collectors.joining(", ")));

  private static final String BY_TRANSACTION =
      SELECT
          + """
          , v.mutatie::text AS transaction
          FROM contract.vaccinaties v
          WHERE (v.mutatie, v.id) > (?::text::xid8, ?)
            AND v.mutatie < pg_snapshot_xmin(pg_current_snapshot())
          ORDER BY v.mutatie, v.id
          LIMIT ?
          """;

  private static final String BY_TIME =
      SELECT
          + """

          FROM contract.vaccinaties v
          WHERE (v.gewijzigd_op, v.id) > (?, ?)
          ORDER BY v.gewijzigd_op, v.id
          LIMIT ?
          """;

  private static final String BY_NUMBER =
      SELECT
          + """

          FROM contract.vaccinaties v
          WHERE v.id > ? AND v.id <= ?
          ORDER BY v.id
          LIMIT ?
          """;

  private static final String BUCKET =
      """
      SELECT count(*), max(id), sha256(coalesce(string_agg(hash, ''::bytea ORDER BY id), ''::bytea))
      FROM (SELECT v.id, %s AS hash FROM contract.vaccinaties v WHERE v.id > ? ORDER BY v.id LIMIT ?) bucket
      """
          .formatted(HASH);

  private static final String NEXT_TRANSACTION =
      "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::numeric";

  private static final String WAITING =
      """
      SELECT EXISTS (SELECT FROM contract.vaccinaties v
                     WHERE v.mutatie >= pg_snapshot_xmin(pg_current_snapshot()))
      """;

  private static final String NOW = "SELECT now()";

  private final GgdConnection connection;
  private final byte[] key;
  private final Duration overlap;

  /// @param key for the hashes: 32 bytes
  /// @param overlap of two passes, where the view names no transaction
  GgdRows(GgdConnection connection, byte[] key, Duration overlap) {
    this.connection = connection;
    this.key = key.clone();
    this.overlap = overlap;
  }

  /// The rows after this position, in the order of change.
  ///
  /// @param position where the pull is; empty if it never began
  /// @param most rows to read
  Page page(Optional<Position> position, int most) {
    return connection.ask(
        theirs -> {
          Contract contract = Contract.check(theirs);
          Position from =
              position.filter(it -> it.fits(contract)).orElseGet(() -> Position.start(contract));
          return switch (from) {
            case Position.ByTransaction it -> byTransaction(theirs, it, most);
            case Position.ByTime it -> byTime(theirs, it, most);
          };
        });
  }

  /// The rows with numbers in this stretch, in that order.
  ///
  /// @param after exclusive
  /// @param upTo inclusive
  List<Row> stretch(long after, long upTo, int most) {
    return connection.ask(
        theirs -> {
          Contract.check(theirs);
          return theirs.query(BY_NUMBER, (row, _) -> row(row), key, after, upTo, most);
        });
  }

  /// The next so many rows by number, as one count and one hash.
  Bucket bucket(long after, int most) {
    return connection.ask(
        theirs -> {
          Contract.check(theirs);
          return Objects.requireNonNull(
              theirs.queryForObject(
                  BUCKET,
                  (row, _) -> {
                    long count = row.getLong(1);
                    long upTo = count < most ? Long.MAX_VALUE : row.getLong(2);
                    return new Bucket(after, upTo, count, row.getBytes(3));
                  },
                  key,
                  after,
                  most));
        });
  }

  private Page byTransaction(JdbcTemplate theirs, Position.ByTransaction stored, int most) {
    // Their transactions are counted anew when the database was moved or restored.
    BigInteger next =
        Objects.requireNonNull(theirs.queryForObject(NEXT_TRANSACTION, BigInteger.class));
    Position.ByTransaction from =
        stored.transaction().compareTo(next) > 0
            ? new Position.ByTransaction(BigInteger.ZERO, 0)
            : stored;
    Position[] last = {from};
    List<Row> rows =
        theirs.query(
            BY_TRANSACTION,
            (row, _) -> {
              last[0] =
                  new Position.ByTransaction(
                      new BigInteger(row.getString("transaction")), row.getLong(1));
              return row(row);
            },
            key,
            from.transaction().toString(),
            from.row(),
            most);
    boolean more = rows.size() == most;
    boolean waiting = !more && Boolean.TRUE.equals(theirs.queryForObject(WAITING, Boolean.class));
    return new Page(rows, last[0], more, waiting);
  }

  private Page byTime(JdbcTemplate theirs, Position.ByTime from, int most) {
    // Of before the snapshot of this transaction, so that nothing is missed between the two.
    Instant pass =
        from.pass()
            .orElseGet(
                () ->
                    Objects.requireNonNull(theirs.queryForObject(NOW, OffsetDateTime.class))
                        .toInstant());
    List<Row> rows =
        theirs.query(
            BY_TIME,
            (row, _) -> row(row),
            key,
            from.time().atOffset(ZoneOffset.UTC),
            from.row(),
            most);
    if (rows.size() < most) {
      return new Page(rows, Position.ByTime.nextPass(pass, overlap), false, false);
    }
    Row last = rows.getLast();
    Instant time = last.changedAt().orElseThrow(() -> new IllegalStateException("ordered by time"));
    return new Page(rows, new Position.ByTime(time, last.id(), Optional.of(pass)), true, false);
  }

  private static Row row(ResultSet row) throws SQLException {
    Map<Column, String> values = new EnumMap<>(Column.class);
    int at = 4;
    for (Column column : Column.SAID) {
      String value = row.getString(at++);
      if (value != null) {
        values.put(column, value);
      }
    }
    return new Row(
        row.getLong(1),
        row.getBytes(2),
        Optional.ofNullable(row.getObject(3, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
        values);
  }

  /// Some rows as one.
  ///
  /// @param after the number before the first, exclusive
  /// @param upTo the number of the last, inclusive; the largest there is if no rows come after
  /// @param count how many
  /// @param hash over their hashes in order: 32 bytes
  record Bucket(long after, long upTo, long count, byte[] hash) {}
}
