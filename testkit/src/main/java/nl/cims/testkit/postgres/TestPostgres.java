// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// One PostgreSQL 18 per JVM, started at first use (about six seconds) and stopped with the JVM;
/// works as root too. Settings that touch trust are those of production: no parameter values in its
/// log.
public final class TestPostgres {

  private static final String PASSWORD = "for-tests-only";
  private static final AtomicInteger COUNTER = new AtomicInteger();

  private TestPostgres() {}

  /// A new, empty database. Roles belong to the whole server, so that databases of one name share
  /// theirs.
  ///
  /// @param name lower-case word: the database becomes `<name>_<n>`, its owner `<name>_migrate`,
  ///   the application's role `<name>_app`
  public static Database fresh(String name) {
    String database = name + "_" + COUNTER.incrementAndGet();
    String owner = name + "_migrate";
    try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, owner)) {
        statement.execute(
            "CREATE ROLE %s LOGIN CREATEROLE PASSWORD '%s'".formatted(owner, PASSWORD));
      }
      statement.execute("CREATE DATABASE %s OWNER %s".formatted(database, owner));
    } catch (SQLException failed) {
      throw new IllegalStateException("cannot make the database " + database, failed);
    }
    return new Database(
        "jdbc:postgresql://localhost:%d/%s".formatted(Server.INSTANCE.getPort(), database),
        owner,
        PASSWORD,
        name + "_app",
        PASSWORD,
        "postgres");
  }

  private static boolean exists(Statement statement, String role) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(role))) {
      return found.next();
    }
  }

  private static final class Server {
    static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("log_parameter_max_length", "0")
            .setServerConfig("log_parameter_max_length_on_error", "0")
            .start();
      } catch (IOException failed) {
        throw new UncheckedIOException("the embedded PostgreSQL does not start", failed);
      }
    }
  }
}
