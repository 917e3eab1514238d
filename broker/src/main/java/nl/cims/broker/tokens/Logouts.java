// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Logins that end before their token does. Its row stays until then, so that whoever checks tokens
/// can be told which ones are good no more.
@Component
public class Logouts {

  private static final String END =
      """
      UPDATE broker.login SET revoked_at = coalesce(revoked_at, :now) WHERE id = :id
      RETURNING id, client, subject, upstream_session
      """;

  private static final String END_UPSTREAM =
      """
      UPDATE broker.login SET revoked_at = :now
      WHERE upstream_session = :session AND revoked_at IS NULL
      RETURNING id, client, subject, upstream_session
      """;

  private static final String REVOKED =
      """
      SELECT id, token_expires_at FROM broker.login
      WHERE revoked_at IS NOT NULL AND token_expires_at > :now ORDER BY id
      """;

  private final JdbcClient database;
  private final Clock clock;

  Logouts(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// A login that has ended.
  ///
  /// @param id its name: `sid` in the ID token, `jti` in the access token
  /// @param client for whom it was
  /// @param subject how the client knows the citizen
  /// @param upstream DigiD's name for its session
  public record Ended(UUID id, String client, String subject, Optional<String> upstream) {

    @Override
    public String toString() {
      return "Ended[" + client + "]";
    }
  }

  /// A token that must be refused until it expires anyway.
  public record Revoked(UUID jti, Instant expires) {}

  /// Ends this login; the second time changes nothing. Empty if there is none, or none any more.
  public Optional<Ended> end(UUID id) {
    return database
        .sql(END)
        .param("id", id)
        .param("now", Timestamp.from(clock.instant()))
        .query(Logouts::ended)
        .optional();
  }

  /// Ends every login that was made within this session at DigiD.
  ///
  /// @return those that had not ended yet
  public List<Ended> endUpstream(String session) {
    return database
        .sql(END_UPSTREAM)
        .param("session", session)
        .param("now", Timestamp.from(clock.instant()))
        .query(Logouts::ended)
        .list();
  }

  /// Every token that would still be good had its login not ended.
  public List<Revoked> revoked() {
    return database
        .sql(REVOKED)
        .param("now", Timestamp.from(clock.instant()))
        .query(
            (row, number) ->
                new Revoked(
                    row.getObject("id", UUID.class),
                    row.getTimestamp("token_expires_at").toInstant()))
        .list();
  }

  private static Ended ended(ResultSet row, int number) throws SQLException {
    return new Ended(
        row.getObject("id", UUID.class),
        row.getString("client"),
        row.getString("subject"),
        Optional.ofNullable(row.getString("upstream_session")));
  }
}
