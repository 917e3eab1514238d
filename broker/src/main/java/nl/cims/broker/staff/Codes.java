// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The one-time codes that wait to be used, at most one a person, kept as hashes.
@Component
class Codes {

  /// How long an invitation or a recovery holds.
  static final Duration HANDED_OVER = Duration.ofHours(24);

  /// How long the first administrator's code holds, which stands in a log.
  static final Duration PRINTED = Duration.ofHours(1);

  private static final String PUT =
      """
      INSERT INTO broker.staff_code (staff, hash, expires_at) VALUES (:staff, :hash, :expires)
      ON CONFLICT (staff) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at
      """;

  private static final String REDEEM =
      """
      DELETE FROM broker.staff_code c USING broker.staff s
      WHERE c.hash = :hash AND c.expires_at > :now AND s.id = c.staff AND s.suspended_at IS NULL
      RETURNING c.staff
      """;

  private static final String WITHDRAW = "DELETE FROM broker.staff_code WHERE staff = :staff";

  private final JdbcClient database;
  private final Clock clock;

  Codes(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A code for him, in the place of an earlier one.
  Code make(StaffId staff, Duration lifetime) {
    Code code = Code.drawn();
    database
        .sql(PUT)
        .param("staff", staff.value())
        .param("hash", code.hash())
        .param("expires", Timestamp.from(clock.instant().plus(lifetime)))
        .update();
    return code;
  }

  /// Uses up a code.
  ///
  /// @return whose it was; empty if it is wrong, used or expired
  Optional<StaffId> redeem(Code code) {
    return database
        .sql(REDEEM)
        .param("hash", code.hash())
        .param("now", Timestamp.from(clock.instant()))
        .query(UUID.class)
        .optional()
        .map(StaffId::new);
  }

  void withdraw(StaffId staff) {
    database.sql(WITHDRAW).param("staff", staff.value()).update();
  }
}
