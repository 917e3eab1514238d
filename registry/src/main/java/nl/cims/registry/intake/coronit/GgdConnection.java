// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The way into the GGDs' database. What limits us there is constant: at most two connections, each
/// statement at most five seconds, reading only, one snapshot per question, and TLS on which both
/// sides show a certificate and theirs is of the name that we call.
final class GgdConnection implements AutoCloseable {

  static final int MOST_CONNECTIONS = 2;

  // Dates and times are hashed as text, so their form must not depend on settings of the server.
  private static final String BEHAVE =
      """
      SET statement_timeout = '5s';
      SET lock_timeout = '2s';
      SET idle_in_transaction_session_timeout = '10s';
      SET TimeZone = 'UTC';
      SET DateStyle = 'ISO'
      """;

  private final HikariDataSource pool;

  GgdConnection(CoronitSettings settings) {
    this.pool = new HikariDataSource(pool(settings));
  }

  /// Asks something, in a transaction that sees one state of their database and ends at once.
  ///
  /// @throws GgdsUnreachable if they do not answer, or not in time
  /// @throws ContractBroken if what is asked for is not there or not ours to read
  <A> A ask(Function<JdbcTemplate, A> question) {
    try (Connection connection = pool.getConnection()) {
      SingleConnectionDataSource one = new SingleConnectionDataSource(connection, true);
      A answer = question.apply(new JdbcTemplate(one));
      connection.commit();
      return answer;
    } catch (SQLException | DataAccessException failed) {
      throw explained(failed);
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static RuntimeException explained(Throwable failed) {
    String state = "unknown";
    for (Throwable each = failed; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && sql.getSQLState() != null) {
        state = sql.getSQLState();
      }
    }
    return switch (state) {
      case "42501" -> new ContractBroken(List.of("our role may not read it"));
      case "42P01", "3F000" -> new ContractBroken(List.of("it does not exist"));
      default ->
          state.startsWith("42")
              ? new ContractBroken(List.of("it cannot be read as agreed (SQLSTATE " + state + ")"))
              : new GgdsUnreachable(state, failed);
    };
  }

  private static HikariConfig pool(CoronitSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("coronit");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.username());
    config.setMaximumPoolSize(MOST_CONNECTIONS);
    config.setMinimumIdle(0);
    config.setIdleTimeout(10_000);
    config.setMaxLifetime(600_000);
    config.setConnectionTimeout(5_000);
    config.setInitializationFailTimeout(-1);
    config.setAutoCommit(false);
    config.setReadOnly(true);
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    config.setConnectionInitSql(BEHAVE);
    config.addDataSourceProperty("ApplicationName", "cims");
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("socketTimeout", "15");
    // A prepared statement would outlive a change of the view and fail then.
    config.addDataSourceProperty("prepareThreshold", "0");
    config.addDataSourceProperty("sslmode", "verify-full");
    config.addDataSourceProperty("sslcert", settings.certificate().toString());
    config.addDataSourceProperty("sslkey", settings.privateKey().toString());
    config.addDataSourceProperty("pemKeyAlgorithm", settings.privateKeyAlgorithm());
    config.addDataSourceProperty("sslrootcert", settings.authority().toString());
    return config;
  }
}
