// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was done to accounts: who, what, to whom, when. Lines are added and never changed; the
/// database refuses it.
@Component
public class Journal {

  /// How many lines are shown at most.
  public static final int SHOWN = 500;

  private static final String ADD =
      """
      INSERT INTO broker.staff_journal (at, actor, act, subject, detail)
      VALUES (:at, :actor, :act, :subject, :detail)
      """;

  private static final String LATEST =
      """
      SELECT j.at, a.name AS actor, j.act, s.name AS subject, j.detail
      FROM broker.staff_journal j
      LEFT JOIN broker.staff a ON a.id = j.actor
      JOIN broker.staff s ON s.id = j.subject
      ORDER BY j.id DESC LIMIT :shown
      """;

  private final JdbcClient database;
  private final Clock clock;

  Journal(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A line of it.
  ///
  /// @param actor the name of who did it; empty if the broker itself did
  /// @param subject the name of whose account it is
  /// @param detail such as the roles or the name of the passkey; empty if there is none
  public record Line(Instant at, Optional<String> actor, Act act, String subject, String detail) {}

  /// The latest lines, newest first.
  public List<Line> latest() {
    return database.sql(LATEST).param("shown", SHOWN).query(Journal::read).list();
  }

  void add(@Nullable StaffId actor, Act act, StaffId subject, String detail) {
    database
        .sql(ADD)
        .param("at", Timestamp.from(clock.instant()))
        .param("actor", actor == null ? null : actor.value())
        .param("act", act.name())
        .param("subject", subject.value())
        .param("detail", detail)
        .update();
  }

  private static Line read(ResultSet row, int number) throws SQLException {
    return new Line(
        row.getTimestamp("at").toInstant(),
        Optional.ofNullable(row.getString("actor")),
        Act.valueOf(row.getString("act")),
        row.getString("subject"),
        row.getString("detail"));
  }
}
