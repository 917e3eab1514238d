// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The database as the sequencer's role sees it: places and hashes, and nothing of what rows say.
/// Among all running registers one at a time does something here.
@Component
class SequencerConnection {

  /// Any number that nothing else locks by.
  static final long LEADER = 0x6163_6c6f_6700L;

  // Rows are found one by one: whatever the planner thinks of the size of the table, most of it is
  // never looked at.
  private static final String LEAD =
      """
      SELECT pg_try_advisory_xact_lock(?), set_config('enable_hashjoin', 'off', true),
        set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true)
      """;

  private final HikariDataSource pool;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /// Connects when it is first used.
  SequencerConnection(
      AccessLogSettings settings, @Value("${spring.datasource.url}") String address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("sequencer");
    config.setJdbcUrl(address);
    config.setUsername(settings.sequencer().username());
    config.setPassword(settings.sequencer().password().reveal());
    config.setMaximumPoolSize(1);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "sequencer");
    this.pool = new HikariDataSource(config);
    this.jdbc = JdbcClient.create(pool);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  /// Does something in a transaction, unless another register is at it.
  ///
  /// @return what came of it, once it is committed; empty if another is at it
  <A> Optional<A> lead(Function<JdbcClient, A> work) {
    Optional<A> done =
        transactions.execute(
            status ->
                jdbc.sql(LEAD).param(LEADER).query((row, n) -> row.getBoolean(1)).single()
                    ? Optional.of(work.apply(jdbc))
                    : Optional.empty());
    return done == null ? Optional.empty() : done;
  }

  @PreDestroy
  void close() {
    pool.close();
  }
}
