// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import nl.cims.benchmarks.RunningDemo.Login;

/// The floor of everything that keeps something: one row committed, then one row read by its key,
/// on the PostgreSQL of the demo, in a schema of its own that is gone afterwards.
final class DatabaseFloor implements Closeable {

  private static final String PREPARE =
      """
      DROP SCHEMA IF EXISTS benchmark_floor CASCADE;
      CREATE SCHEMA benchmark_floor;
      CREATE TABLE benchmark_floor.fact (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, content text NOT NULL)
      """;
  private static final String CLEAN = "DROP SCHEMA IF EXISTS benchmark_floor CASCADE";
  private static final String WRITE =
      "INSERT INTO benchmark_floor.fact (content) VALUES (?) RETURNING id";
  private static final String READ = "SELECT content FROM benchmark_floor.fact WHERE id = ?";
  private static final String CONTENT = "x".repeat(500);

  private final Login login;

  DatabaseFloor(Login login) {
    this.login = login;
    run(PREPARE);
  }

  List<Worker> workers(int connections) {
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      try {
        workers.add(new Keeper(connect()));
      } catch (SQLException refused) {
        throw unreachable(refused);
      }
    }
    return workers;
  }

  @Override
  public void close() {
    run(CLEAN);
  }

  private void run(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException refused) {
      throw unreachable(refused);
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    // As the processes of the demo on the same machine.
    properties.setProperty("sslmode", "disable");
    return DriverManager.getConnection(login.url(), properties);
  }

  private static CannotMeasure unreachable(SQLException cause) {
    return new CannotMeasure("The demo's PostgreSQL does not answer.", cause);
  }

  private static final class Keeper implements Worker {
    private final Connection connection;
    private final PreparedStatement write;
    private final PreparedStatement read;

    Keeper(Connection connection) throws SQLException {
      this.connection = connection;
      this.write = connection.prepareStatement(WRITE);
      this.read = connection.prepareStatement(READ);
      write.setString(1, CONTENT);
    }

    @Override
    public boolean once() throws IOException {
      try {
        try (ResultSet written = write.executeQuery()) {
          written.next();
          read.setLong(1, written.getLong(1));
        }
        try (ResultSet found = read.executeQuery()) {
          return found.next();
        }
      } catch (SQLException failed) {
        throw new IOException(failed);
      }
    }

    @Override
    public void close() throws IOException {
      try {
        connection.close();
      } catch (SQLException failed) {
        throw new IOException(failed);
      }
    }
  }
}
