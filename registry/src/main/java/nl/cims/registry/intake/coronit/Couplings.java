// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far the pull of a source is, how it does, and when it is compared next.
final class Couplings {

  private static final String PREPARE =
      """
      INSERT INTO intake_coronit.coupling (source, row, since, compare_at) VALUES (?, 0, ?, ?)
      ON CONFLICT (source) DO NOTHING
      """;

  private static final String POSITION =
      "SELECT transaction, time, row, pass FROM intake_coronit.coupling WHERE source = ?";

  private static final String MOVE =
      "UPDATE intake_coronit.coupling SET transaction = ?, time = ?, row = ?, pass = ? WHERE source = ?";

  private static final String CAUGHT_UP =
      "UPDATE intake_coronit.coupling SET caught_up_at = ? WHERE source = ?";

  private static final String BECOME =
      """
      UPDATE intake_coronit.coupling SET state = ?, message = ?, since = ?
      WHERE source = ? AND (state, message) <> (?, ?)
      """;

  private static final String RECOVER =
      """
      UPDATE intake_coronit.coupling SET state = 'WELL', message = '', since = ?
      WHERE source = ? AND state NOT IN ('WELL', 'TOO_MUCH_GONE')
      """;

  private static final String CLAIM =
      "UPDATE intake_coronit.coupling SET compare_at = ? WHERE source = ? AND compare_at <= ?";

  private static final String COMPARED =
      "UPDATE intake_coronit.coupling SET compare_at = ? WHERE source = ?";

  private final JdbcClient jdbc;
  private final String source;

  Couplings(JdbcClient jdbc, String source) {
    this.jdbc = jdbc;
    this.source = source;
  }

  /// Makes the row of this source, if it is new.
  void prepare(Instant now, Instant firstComparison) {
    jdbc.sql(PREPARE).params(source, utc(now), utc(firstComparison)).update();
  }

  /// Where the pull is; empty if it never began.
  Optional<Position> position() {
    return jdbc.sql(POSITION)
        .param(source)
        .query((row, _) -> Optional.ofNullable(position(row)))
        .optional()
        .flatMap(it -> it);
  }

  /// Goes on to this position. Everything before it is committed.
  void move(Position position) {
    switch (position) {
      case Position.ByTransaction it ->
          move(new BigDecimal(it.transaction()), null, it.row(), null);
      case Position.ByTime it ->
          move(null, utc(it.time()), it.row(), it.pass().map(Couplings::utc).orElse(null));
    }
  }

  void caughtUp(Instant now) {
    jdbc.sql(CAUGHT_UP).params(utc(now), source).update();
  }

  /// @param message for the operator, without personal data
  /// @return whether that is news
  boolean become(State state, String message, Instant now) {
    return jdbc.sql(BECOME)
            .params(state.name(), message, utc(now), source, state.name(), message)
            .update()
        == 1;
  }

  /// Is well again, unless that is for the comparison to say.
  ///
  /// @return whether that is news
  boolean recover(Instant now) {
    return jdbc.sql(RECOVER).params(utc(now), source).update() == 1;
  }

  /// Claims the comparison if it is due.
  ///
  /// @param retryAt when it is due again if it comes to nothing
  /// @return whether the caller is to do it
  boolean claimComparison(Instant now, Instant retryAt) {
    return jdbc.sql(CLAIM).params(utc(retryAt), source, utc(now)).update() == 1;
  }

  /// Notes when the next comparison is due.
  void compared(Instant next) {
    jdbc.sql(COMPARED).params(utc(next), source).update();
  }

  private void move(
      @Nullable BigDecimal transaction,
      @Nullable OffsetDateTime time,
      long row,
      @Nullable OffsetDateTime pass) {
    jdbc.sql(MOVE).param(transaction).param(time).param(row).param(pass).param(source).update();
  }

  private static @Nullable Position position(ResultSet row) throws SQLException {
    BigDecimal transaction = row.getBigDecimal(1);
    OffsetDateTime time = row.getObject(2, OffsetDateTime.class);
    if (transaction != null) {
      return new Position.ByTransaction(transaction.toBigInteger(), row.getLong(3));
    }
    return time == null
        ? null
        : new Position.ByTime(
            time.toInstant(),
            row.getLong(3),
            Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
