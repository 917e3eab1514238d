// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.cims.vocabulary.Secret;
import org.jspecify.annotations.Nullable;

/// The demo's PostgreSQL: a real server with a data directory that stays, durable as in production.
/// Everybody who connects needs a password, and the register a certificate where it reads CoronIT.
final class Postgres {

  static final String TITLE = "postgresql";

  private static final String SUPERUSER = "postgres";
  private static final List<String> DATABASES = List.of("registry", "keyring", "broker");
  private static final String WHO_MAY_CONNECT =
      """
      hostssl %1$s %2$s 127.0.0.1/32 cert
      hostssl %1$s %2$s ::1/128      cert
      host    all all 127.0.0.1/32 scram-sha-256
      host    all all ::1/128      scram-sha-256
      """
          .formatted(Coronit.DATABASE, Coronit.READER);

  private final Home home;
  private final int port;
  private final Secrets secrets;

  /// Set if this JVM started it, and so holds the lock on the data directory.
  private @Nullable EmbeddedPostgres server;

  Postgres(Home home, int offset) {
    this.home = home;
    this.port = Port.POSTGRESQL.shiftedBy(offset);
    this.secrets = new Secrets(home.keys());
  }

  String url(String database) {
    return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
  }

  /// A login of the superuser. The server must have been started by this JVM.
  DataSource database(String name) {
    if (server == null) {
      throw new IllegalStateException("another started the server");
    }
    return server.getDatabase(SUPERUSER, name);
  }

  Secret superuserPassword() {
    return secrets.password(SUPERUSER);
  }

  /// Starts the server and makes what is missing in it. It outlives this JVM.
  void start() {
    try {
      Files.createDirectories(home.postgresData());
      server =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(home.postgresData())
              .setCleanDataDirectory(false)
              .setOverrideWorkingDirectory(home.postgresBinaries().toFile())
              .setRegisterShutdownHook(false)
              .setPGStartupWait(Duration.ofSeconds(60))
              .setDataDirectoryCustomizer(Postgres::restrictAccess)
              .setLocaleConfig("pwfile", secrets.passwordFile(SUPERUSER).toString())
              .setConnectConfig("password", superuserPassword().reveal())
              .setConnectConfig("sslmode", "disable")
              .setServerConfig("ssl", "on")
              .setServerConfig("ssl_cert_file", certificate("postgresql.crt.pem"))
              .setServerConfig("ssl_key_file", certificate("postgresql.key.pem"))
              .setServerConfig("ssl_ca_file", certificate("ca.crt.pem"))
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("unix_socket_directories", "")
              .setServerConfig("log_parameter_max_length", "0")
              .setServerConfig("log_parameter_max_length_on_error", "0")
              .setOutputRedirector(Redirect.appendTo(home.log(TITLE).toFile()))
              .setErrorRedirector(Redirect.appendTo(home.log(TITLE).toFile()))
              .start();
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        for (String database : DATABASES) {
          provide(statement, database);
        }
        if (!exists(statement, Coronit.DATABASE)) {
          statement.execute("CREATE DATABASE " + Coronit.DATABASE);
          Coronit.prepare(database(Coronit.DATABASE));
        }
      }
    } catch (IOException | SQLException | IllegalStateException failed) {
      throw new CannotProceed("PostgreSQL does not start; see " + home.log(TITLE) + ".", failed);
    }
  }

  /// Asks the server to end open connections and stop cleanly; does nothing if it is not running.
  void stop() {
    Optional<ProcessHandle> process = pid().flatMap(ProcessHandle::of);
    try {
      if (server != null) {
        server.close();
        server = null;
      } else {
        process.ifPresent(Signals::interrupt);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    process.ifPresent(running -> Signals.awaitEnd(running, Duration.ofSeconds(30)));
  }

  /// The pid of the running server, by its own pid file.
  Optional<Long> pid() {
    Path file = home.postgresData().resolve("postmaster.pid");
    try (var lines = Files.lines(file)) {
      return lines
          .findFirst()
          .map(line -> Long.parseLong(line.strip()))
          .filter(pid -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent());
    } catch (IOException notRunning) {
      return Optional.empty();
    }
  }

  private void provide(Statement statement, String database) throws SQLException {
    if (exists(statement, database)) {
      return;
    }
    String owner = database + "_migrate";
    statement.execute(
        "CREATE ROLE %s LOGIN CREATEROLE PASSWORD '%s'"
            .formatted(owner, secrets.password(owner).reveal()));
    statement.execute("CREATE DATABASE %s OWNER %s".formatted(database, owner));
    statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
    statement.execute("GRANT CONNECT ON DATABASE %s TO PUBLIC".formatted(database));
  }

  private String certificate(String file) {
    return home.certificates().resolve(file).toString();
  }

  private static boolean exists(Statement statement, String database) throws SQLException {
    try (ResultSet found =
        statement.executeQuery(
            "SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(database))) {
      return found.next();
    }
  }

  private static void restrictAccess(File dataDirectory) {
    try {
      Files.writeString(dataDirectory.toPath().resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
