// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import nl.cims.testkit.postgres.Database;
import nl.cims.testkit.postgres.TestPostgres;
import org.junit.jupiter.api.Test;

class FloorIT {

  private static final Duration SHORT = Duration.ofSeconds(1);

  @Test
  void theBareEndpointAnswers() throws InterruptedException {
    try (EndpointFloor floor = new EndpointFloor()) {
      Figures figures = Load.of(floor.workers(4), Duration.ZERO, SHORT);
      assertThat(figures.errors()).isZero();
      assertThat(figures.ratePerSecond()).isGreaterThan(10);
      assertThat(figures.p50()).isLessThanOrEqualTo(figures.p99());
    }
  }

  @Test
  void theDatabaseFloorLeavesNothingBehind() throws InterruptedException, SQLException {
    Database database = TestPostgres.fresh("registry");
    try (DatabaseFloor floor =
        new DatabaseFloor(
            new RunningDemo.Login(
                database.url(), database.migrateUser(), database.migratePassword()))) {
      Figures figures = Load.of(floor.workers(2), Duration.ZERO, SHORT);
      assertThat(figures.errors()).isZero();
      assertThat(figures.ratePerSecond()).isGreaterThan(10);
    }
    assertThat(schemas(database)).isZero();
  }

  @Test
  void countsWhatFailsAsErrorsOnly() throws InterruptedException {
    Worker failing =
        new Worker() {
          @Override
          public boolean once() throws IOException {
            throw new IOException("refused");
          }

          @Override
          public void close() {}
        };
    Figures figures = Load.of(List.of(failing), Duration.ZERO, Duration.ofMillis(200));
    assertThat(figures.ratePerSecond()).isZero();
    assertThat(figures.errors()).isPositive();
  }

  private static int schemas(Database database) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.migrateUser(), database.migratePassword());
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT count(*) FROM pg_namespace WHERE nspname = 'benchmark_floor'")) {
      found.next();
      return found.getInt(1);
    }
  }
}
