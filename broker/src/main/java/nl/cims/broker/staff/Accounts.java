// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The accounts of staff, in PostgreSQL. An account is never removed: the journal names it.
@Component
public class Accounts {

  private static final String COLUMNS =
      """
      SELECT s.id, s.name, s.roles, s.suspended_at IS NOT NULL AS suspended,
        (SELECT count(*) FROM broker.passkey p WHERE p.staff = s.id) AS passkeys,
        EXISTS (SELECT FROM broker.staff_code c WHERE c.staff = s.id AND c.expires_at > :now) AS coded
      FROM broker.staff s
      """;

  private static final String FIND = COLUMNS + "WHERE s.id = :id";
  private static final String ALL = COLUMNS + "ORDER BY s.name, s.id";

  private static final String ADD =
      """
      INSERT INTO broker.staff (id, name, roles, created_at)
      VALUES (:id, :name, string_to_array(:roles, ' '), :now)
      """;

  private static final String SET_ROLES =
      "UPDATE broker.staff SET roles = string_to_array(:roles, ' ') WHERE id = :id";

  private static final String SUSPEND =
      "UPDATE broker.staff SET suspended_at = :now WHERE id = :id";
  private static final String RESUME = "UPDATE broker.staff SET suspended_at = NULL WHERE id = :id";

  private static final String COMPLETED =
      """
      UPDATE broker.staff SET administrates_since = :now
      WHERE id = :id AND administrates_since IS NULL AND 'ADMINISTRATOR' = ANY (roles)
        AND (SELECT count(*) FROM broker.passkey p WHERE p.staff = :id) >= :needed
      """;

  private static final String EVER_ADMINISTRATORS =
      "SELECT count(*) FROM broker.staff WHERE administrates_since IS NOT NULL";

  private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('broker.staff'))";

  private final JdbcClient database;
  private final Clock clock;

  Accounts(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// The account with this id.
  public Optional<Account> find(StaffId id) {
    return database
        .sql(FIND)
        .param("id", id.value())
        .param("now", now())
        .query(Accounts::read)
        .optional();
  }

  /// Every account, by name.
  public List<Account> all() {
    return database.sql(ALL).param("now", now()).query(Accounts::read).list();
  }

  StaffId add(String name, Roles roles) {
    StaffId id = StaffId.drawn();
    database
        .sql(ADD)
        .param("id", id.value())
        .param("name", name)
        .param("roles", roles.joined())
        .param("now", now())
        .update();
    return id;
  }

  void set(StaffId id, Roles roles) {
    database.sql(SET_ROLES).param("id", id.value()).param("roles", roles.joined()).update();
    completed(id);
  }

  void suspend(StaffId id) {
    database.sql(SUSPEND).param("id", id.value()).param("now", now()).update();
  }

  void resume(StaffId id) {
    database.sql(RESUME).param("id", id.value()).update();
  }

  /// Notes when somebody can act as an administrator for the first time.
  void completed(StaffId id) {
    database
        .sql(COMPLETED)
        .param("id", id.value())
        .param("now", now())
        .param("needed", Account.PASSKEYS_NEEDED)
        .update();
  }

  /// How many have ever been able to act as an administrator.
  int everAdministrators() {
    return database.sql(EVER_ADMINISTRATORS).query(Integer.class).single();
  }

  /// Lets one decision about accounts happen after the other, until the transaction ends.
  void oneAtATime() {
    database.sql(ALONE).query((row, number) -> true).single();
  }

  static Roles roles(ResultSet row) throws SQLException {
    return Roles.named(List.of((String[]) row.getArray("roles").getArray()));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Account read(ResultSet row, int number) throws SQLException {
    return new Account(
        new StaffId(row.getObject("id", UUID.class)),
        row.getString("name"),
        roles(row),
        row.getBoolean("suspended"),
        row.getInt("passkeys"),
        row.getBoolean("coded"));
  }
}
