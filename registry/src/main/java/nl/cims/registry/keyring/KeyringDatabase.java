// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.keyring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The keyring's database. It is no data source among the registry's beans, so that nothing else
/// can come upon it.
@Component
class KeyringDatabase implements AutoCloseable {

  // As many as the register has: who works there needs one here at the most.
  private static final int CONNECTIONS = 16;

  private final KeyringSettings settings;
  private final HikariDataSource pool;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  KeyringDatabase(KeyringSettings settings) {
    this.settings = settings;
    this.pool = new HikariDataSource(pool(settings));
    this.jdbc = JdbcClient.create(pool);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  JdbcClient jdbc() {
    return jdbc;
  }

  <T> T inTransaction(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }

  void migrate() {
    Flyway.configure()
        .dataSource(settings.url(), settings.migrateUsername(), settings.migratePassword().reveal())
        .locations("classpath:db/keyring")
        .defaultSchema("flyway")
        .createSchemas(true)
        .placeholders(Map.of("keyring_password", settings.password().reveal()))
        .load()
        .migrate();
  }

  @Override
  public void close() {
    pool.close();
  }

  private static HikariConfig pool(KeyringSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("keyring");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.username());
    config.setPassword(settings.password().reveal());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(3_000);
    // The role is made by the first migration, after this pool.
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("prepareThreshold", "1");
    config.addDataSourceProperty("ApplicationName", "registry");
    return config;
  }
}
