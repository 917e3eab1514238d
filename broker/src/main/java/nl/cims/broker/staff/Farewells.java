// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.cims.broker.clients.Client;
import nl.cims.broker.clients.Clients;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What consoles have still to be told of ended logins. Written with the end itself, so that a
/// console that is away hears of it later.
@Component
class Farewells {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int AT_ONCE = 20;

  private static final String ADD =
      """
      INSERT INTO broker.staff_farewell (id, client, staff, sid, created_at, next_at)
      VALUES (:id, :client, :staff, :sid, :now, :now)
      """;

  private static final String TAKE =
      """
      UPDATE broker.staff_farewell SET tries = tries + 1, next_at = :later
      WHERE id IN (SELECT id FROM broker.staff_farewell WHERE next_at <= :now
        ORDER BY next_at LIMIT :most FOR UPDATE SKIP LOCKED)
      RETURNING id, client, staff, sid, tries
      """;

  private static final String HEARD = "DELETE FROM broker.staff_farewell WHERE id = :id";
  private static final String FORGET = "DELETE FROM broker.staff_farewell WHERE created_at < :old";

  private final JdbcClient database;
  private final Clients clients;
  private final Clock clock;

  Farewells(JdbcClient database, Clients clients, Clock clock) {
    this.database = database;
    this.clients = clients;
    this.clock = clock;
  }

  /// What one console is to be told.
  ///
  /// @param sid the session that ended; null if all of his have
  /// @param tries how often this has been tried, this time included
  record Farewell(UUID id, String client, StaffId staff, @Nullable UUID sid, int tries) {}

  void announce(StaffId staff, @Nullable UUID sid) {
    for (Client console : clients.consoles()) {
      database
          .sql(ADD)
          .param("id", UUID.randomUUID())
          .param("client", console.id())
          .param("staff", staff.value())
          .param("sid", sid)
          .param("now", Timestamp.from(clock.instant()))
          .update();
    }
  }

  /// What is due now. Whatever is not [#heard] comes again after a while; after eight hours the
  /// console's own session is over too.
  List<Farewell> due() {
    Instant now = clock.instant();
    database.sql(FORGET).param("old", Timestamp.from(now.minus(StaffSession.WHOLE))).update();
    return database
        .sql(TAKE)
        .param("now", Timestamp.from(now))
        .param("later", Timestamp.from(now.plus(PATIENCE)))
        .param("most", AT_ONCE)
        .query(Farewells::read)
        .list();
  }

  void heard(Farewell farewell) {
    database.sql(HEARD).param("id", farewell.id()).update();
  }

  private static Farewell read(ResultSet row, int number) throws SQLException {
    return new Farewell(
        row.getObject("id", UUID.class),
        row.getString("client"),
        new StaffId(row.getObject("staff", UUID.class)),
        row.getObject("sid", UUID.class),
        row.getInt("tries"));
  }
}
