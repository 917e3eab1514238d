// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;

/// A PostgreSQL of somebody else, which lets nobody in without TLS and a certificate of the
/// authority whose common name is that of the role; only its superuser comes in without. It can be
/// stopped and started again, and is gone with the JVM.
public final class SecuredPostgres {

  private static final String WHO_MAY_CONNECT =
      """
      host    all postgres 127.0.0.1/32 trust
      host    all postgres ::1/128      trust
      hostssl all all      127.0.0.1/32 cert
      hostssl all all      ::1/128      cert
      """;

  private final Path directory;
  private final CertificateAuthority authority;
  private EmbeddedPostgres server;

  private SecuredPostgres(Path directory, CertificateAuthority authority) throws IOException {
    this.directory = directory;
    this.authority = authority;
    this.server = run(0);
  }

  /// Starts a new server.
  public static SecuredPostgres start(CertificateAuthority authority) {
    try {
      SecuredPostgres started =
          new SecuredPostgres(Files.createTempDirectory("secured-postgres"), authority);
      Runtime.getRuntime().addShutdownHook(new Thread(started::remove));
      return started;
    } catch (IOException failed) {
      throw new UncheckedIOException("the embedded PostgreSQL does not start", failed);
    }
  }

  /// A new, empty database.
  ///
  /// @return a login of the superuser
  public DataSource create(String database) {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    } catch (SQLException failed) {
      throw new IllegalStateException("cannot make the database " + database, failed);
    }
    return server.getDatabase("postgres", database);
  }

  /// The address of a database, without parameters.
  public String url(String database) {
    return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), database);
  }

  /// Stops the server.
  public void stop() {
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Starts the server again, at the same address and with the same data.
  public void restart() {
    try {
      server = run(server.getPort());
    } catch (IOException failed) {
      throw new UncheckedIOException("the embedded PostgreSQL does not start", failed);
    }
  }

  private EmbeddedPostgres run(int port) throws IOException {
    Issued own = authority.issue("postgres-server");
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory.resolve("data"))
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setDataDirectoryCustomizer(SecuredPostgres::restrictAccess)
            .setServerConfig("ssl", "on")
            .setServerConfig("ssl_cert_file", own.certificate().toAbsolutePath().toString())
            .setServerConfig("ssl_key_file", own.privateKey().toAbsolutePath().toString())
            .setServerConfig("ssl_ca_file", authority.certificate().toAbsolutePath().toString())
            .setServerConfig("log_parameter_max_length", "0")
            .setServerConfig("log_parameter_max_length_on_error", "0");
    return (port == 0 ? builder : builder.setPort(port)).start();
  }

  private static void restrictAccess(File dataDirectory) {
    try {
      Files.writeString(dataDirectory.toPath().resolve("pg_hba.conf"), WHO_MAY_CONNECT);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void remove() {
    stop();
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> inside = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : inside) {
        Files.delete(each);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
