// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.coronit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/// The GGDs' database: their tables, and the view that they publish. Whoever has it is its owner;
/// the register logs in as `coronit_reader`, with a certificate.
public final class CoronitDatabase {

  /// The role that the register has there.
  public static final String READER = "coronit_reader";

  private static final String COLUMNS =
      """
      SELECT column_name FROM information_schema.columns
      WHERE table_schema = 'contract' AND table_name = 'volledig' ORDER BY ordinal_position
      """;

  private final DataSource owner;

  private CoronitDatabase(DataSource owner) {
    this.owner = owner;
  }

  /// Makes everything in an empty database.
  ///
  /// @param owner a login of its owner, who may make roles
  public static CoronitDatabase in(DataSource owner) {
    CoronitDatabase database = new CoronitDatabase(owner);
    database.run(resource("schema.sql"));
    return database;
  }

  /// From now on the view has another definition of this column.
  ///
  /// @param expression in SQL, of the columns as they were; empty to leave the column out
  public void publish(String column, String expression) {
    publish();
    run("ALTER VIEW contract.vaccinaties RENAME TO volledig");
    String list =
        columns().stream()
            .filter(name -> !name.equals(column) || !expression.isEmpty())
            .map(name -> name.equals(column) ? expression + " AS " + name : name)
            .collect(Collectors.joining(", "));
    run("CREATE VIEW contract.vaccinaties AS SELECT %s FROM contract.volledig".formatted(list));
    run("GRANT SELECT ON contract.vaccinaties TO " + READER);
  }

  /// From now on the view is as it was in the beginning.
  public void publish() {
    if (number("SELECT count(*) FROM pg_views WHERE viewname = 'volledig'") == 1) {
      run("DROP VIEW contract.vaccinaties");
      run("ALTER VIEW contract.volledig RENAME TO vaccinaties");
    }
  }

  /// A connection of the owner, of which the caller decides when to commit.
  public Connection connect() throws SQLException {
    Connection connection = owner.getConnection();
    connection.setAutoCommit(false);
    return connection;
  }

  /// Runs statements as the owner.
  public void run(String sql) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException("the simulated CoronIT cannot do that", failed);
    }
  }

  /// A number that a query of the owner gives.
  public long number(String sql) {
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet answer = statement.executeQuery()) {
      answer.next();
      return answer.getLong(1);
    } catch (SQLException failed) {
      throw new IllegalStateException("the simulated CoronIT cannot answer that", failed);
    }
  }

  /// The batch of every vaccination that stands, by its number.
  public Map<Long, String> standing() {
    Map<Long, String> standing = new TreeMap<>();
    try (Connection connection = owner.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT id, batchnummer FROM coronit.prik WHERE NOT vervallen");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        standing.put(rows.getLong(1), rows.getString(2));
      }
      return standing;
    } catch (SQLException failed) {
      throw new IllegalStateException("the simulated CoronIT cannot answer that", failed);
    }
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>();
    try (Connection connection = owner.getConnection();
        PreparedStatement statement = connection.prepareStatement(COLUMNS);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
      return columns;
    } catch (SQLException failed) {
      throw new IllegalStateException("the simulated CoronIT cannot answer that", failed);
    }
  }

  private static String resource(String name) {
    try (InputStream in = CoronitDatabase.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
