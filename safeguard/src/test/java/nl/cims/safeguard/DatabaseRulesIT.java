// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import nl.cims.testkit.postgres.Database;
import nl.cims.testkit.postgres.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// What a real PostgreSQL says of our role and of itself.
class DatabaseRulesIT {

  private final Database database = TestPostgres.fresh("safeguard");

  @Test
  void theSuperuserAndTheOwnerAreRefusedEvenInADemo() {
    Settings demo = Written.of("cims.environment", "demo");

    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(
            () ->
                DatabaseRules.require(
                    new DriverManagerDataSource(database.url(), database.superuser(), ""), demo))
        .withMessageContaining("may do more than its work")
        .withMessageContaining("owns tables");
  }

  @Test
  void aRoleWithNothingButItsWorkIsLetIn() throws SQLException {
    worker();
    assertThatNoException()
        .isThrownBy(
            () ->
                DatabaseRules.require(
                    new DriverManagerDataSource(database.url(), "worker", "w"),
                    Written.of("cims.environment", "demo")));
  }

  @Test
  void inProductionAServerThatLosesOrTellsIsRefused() throws SQLException {
    worker();
    try (Connection connection = DriverManager.getConnection(database.url(), "worker", "w");
        Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = on");
      List<String> before = settings(connection);
      statement.execute("SET synchronous_commit = off");

      assertThat(before).contains("connection").doesNotContain("PostgreSQL's synchronous_commit");
      assertThat(settings(connection)).contains("PostgreSQL's synchronous_commit");
      assertThat(DatabaseRules.findings(connection))
          .extracting(Finding::setting)
          .noneMatch(where -> where.startsWith("role"));
    }
  }

  private void worker() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.superuser(), "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'worker') THEN"
              + " CREATE ROLE worker LOGIN PASSWORD 'w'; END IF; END $$");
    }
  }

  private static List<String> settings(Connection connection) throws SQLException {
    return DatabaseRules.findings(connection).stream().map(Finding::setting).toList();
  }
}
