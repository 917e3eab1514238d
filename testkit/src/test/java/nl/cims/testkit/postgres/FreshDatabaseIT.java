// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class FreshDatabaseIT {

  @Test
  void isAVersionThatMakesItsOwnOrderedIdentifiers() throws SQLException {
    assertThat(asOwner(TestPostgres.fresh("registry"), "SELECT uuid_extract_version(uuidv7())"))
        .isEqualTo("7");
  }

  @Test
  void everyDatabaseIsNewAndItsOwnerNoSuperuser() throws SQLException {
    Database first = TestPostgres.fresh("registry");
    Database second = TestPostgres.fresh("registry");
    assertThat(second.url()).isNotEqualTo(first.url());
    assertThat(
            asOwner(
                second,
                "SELECT concat(rolsuper, rolcreaterole) FROM pg_roles WHERE rolname = current_user"))
        .isEqualTo("ft");
  }

  @Test
  void theOwnerMakesTheApplicationsRole() throws SQLException {
    Database database = TestPostgres.fresh("broker");
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.migrateUser(), database.migratePassword());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE ROLE broker_app LOGIN PASSWORD '%s'".formatted(database.appPassword()));
      statement.execute("CREATE SCHEMA staff");
      assertThat(connection.isValid(1)).isTrue();
    }
  }

  private static String asOwner(Database database, String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.migrateUser(), database.migratePassword());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
