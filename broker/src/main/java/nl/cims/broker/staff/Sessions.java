// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who of the staff is logged in where, in PostgreSQL: so a suspension ends every session at once.
/// A session is found only while it is neither idle nor old, and the account not suspended.
@Component
public class Sessions {

  private static final String VISIT =
      """
      UPDATE broker.staff_session s SET seen_at = :now
      WHERE s.token_hash = :hash AND s.seen_at > :idle AND s.started_at > :old
      RETURNING s.sid, s.staff, s.started_at, s.authenticated_at
      """;

  private static final String FIND =
      """
      SELECT sid, staff, started_at, authenticated_at FROM broker.staff_session
      WHERE sid = :sid AND started_at > :old
      """;

  private static final String START =
      """
      INSERT INTO broker.staff_session
        (sid, token_hash, staff, started_at, seen_at, authenticated_at, answers)
      VALUES (:sid, :hash, :staff, :now, :now, :authenticated, :answers)
      """;

  private static final String AGAIN =
      """
      UPDATE broker.staff_session
      SET token_hash = :hash, seen_at = :now, authenticated_at = :authenticated, answers = :answers
      WHERE sid = :sid
      """;

  private static final String TAKE_ANSWER =
      "UPDATE broker.staff_session SET answers = NULL WHERE sid = :sid AND answers = :answers";

  private static final String END = "DELETE FROM broker.staff_session WHERE sid = :sid";
  private static final String END_ALL = "DELETE FROM broker.staff_session WHERE staff = :staff";

  private static final String FORGET =
      "DELETE FROM broker.staff_session WHERE seen_at < :idle OR started_at < :old";

  private final JdbcClient database;
  private final Accounts accounts;
  private final Farewells farewells;
  private final Clock clock;

  Sessions(JdbcClient database, Accounts accounts, Farewells farewells, Clock clock) {
    this.database = database;
    this.accounts = accounts;
    this.farewells = farewells;
    this.clock = clock;
  }

  private record Row(UUID sid, StaffId staff, Instant started, @Nullable Instant authenticated) {}

  /// Who has come in this browser; his time without doing anything begins anew.
  public Optional<StaffSession> visit(BrowserToken browser) {
    Instant now = clock.instant();
    return database
        .sql(VISIT)
        .param("hash", browser.hash())
        .param("now", Timestamp.from(now))
        .param("idle", Timestamp.from(now.minus(StaffSession.IDLE)))
        .param("old", Timestamp.from(now.minus(StaffSession.WHOLE)))
        .query(Sessions::read)
        .optional()
        .flatMap(this::session);
  }

  /// The session with this name, if it is still there.
  public Optional<StaffSession> find(UUID sid) {
    return database
        .sql(FIND)
        .param("sid", sid)
        .param("old", Timestamp.from(clock.instant().minus(StaffSession.WHOLE)))
        .query(Sessions::read)
        .optional()
        .flatMap(this::session);
  }

  /// Whether this login was made for this request of a console; says so once.
  public boolean takeAnswer(StaffSession session, String request) {
    return database
            .sql(TAKE_ANSWER)
            .param("sid", session.sid())
            .param("answers", Hashes.sha256("request", request))
            .update()
        == 1;
  }

  /// Begins the session of somebody who came with a code.
  BrowserToken enrol(StaffId staff) {
    BrowserToken browser = BrowserToken.drawn();
    start(browser, staff, null, null);
    return browser;
  }

  /// Somebody has shown his passkey: his session goes on under another secret, or begins.
  ///
  /// @param earlier who was logged in in this browser
  /// @param request of a console for which he did it
  BrowserToken authenticated(
      StaffId staff, Optional<StaffSession> earlier, Optional<String> request) {
    BrowserToken browser = BrowserToken.drawn();
    byte[] answers = request.map(text -> Hashes.sha256("request", text)).orElse(null);
    if (earlier.isPresent()
        && earlier.get().account().id().equals(staff)
        && earlier.get().authenticatedAt() != null) {
      Timestamp now = Timestamp.from(clock.instant());
      database
          .sql(AGAIN)
          .param("sid", earlier.get().sid())
          .param("hash", browser.hash())
          .param("now", now)
          .param("authenticated", now)
          .param("answers", answers)
          .update();
    } else {
      earlier.ifPresent(this::end);
      start(browser, staff, clock.instant(), answers);
    }
    return browser;
  }

  /// Ends a session, and with it what consoles made of it.
  @Transactional
  public void end(StaffSession session) {
    if (database.sql(END).param("sid", session.sid()).update() == 1
        && session.authenticatedAt() != null) {
      farewells.announce(session.account().id(), session.sid());
    }
  }

  /// Ends everything that he has open, here and at consoles.
  void endAll(StaffId staff) {
    database.sql(END_ALL).param("staff", staff.value()).update();
    farewells.announce(staff, null);
  }

  /// Forgets what has ended by itself. Consoles count that time themselves.
  @Scheduled(fixedDelayString = "PT5M")
  void forgetEnded() {
    Instant now = clock.instant();
    database
        .sql(FORGET)
        .param("idle", Timestamp.from(now.minus(StaffSession.IDLE)))
        .param("old", Timestamp.from(now.minus(StaffSession.WHOLE)))
        .update();
  }

  private void start(
      BrowserToken browser,
      StaffId staff,
      @Nullable Instant authenticated,
      byte @Nullable [] answers) {
    database
        .sql(START)
        .param("sid", UUID.randomUUID())
        .param("hash", browser.hash())
        .param("staff", staff.value())
        .param("now", Timestamp.from(clock.instant()))
        .param("authenticated", authenticated == null ? null : Timestamp.from(authenticated))
        .param("answers", answers)
        .update();
  }

  private Optional<StaffSession> session(Row row) {
    return accounts
        .find(row.staff())
        .filter(account -> !account.suspended())
        .map(account -> new StaffSession(row.sid(), account, row.started(), row.authenticated()));
  }

  private static Row read(ResultSet row, int number) throws SQLException {
    Timestamp authenticated = row.getTimestamp("authenticated_at");
    return new Row(
        row.getObject("sid", UUID.class),
        new StaffId(row.getObject("staff", UUID.class)),
        row.getTimestamp("started_at").toInstant(),
        authenticated == null ? null : authenticated.toInstant());
  }
}
