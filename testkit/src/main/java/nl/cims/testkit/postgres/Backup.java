// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// A base backup of a running server, restored beside it: made as `pg_basebackup` makes it, by
/// `pg_backup_start`, a copy of the files while the server goes on, and `pg_backup_stop`, since the
/// Maven artefacts have no such program. It is gone when it is closed.
public final class Backup implements AutoCloseable {

  private final Path directory;
  private final EmbeddedPostgres server;
  private final DataSource source;

  private Backup(Path directory, EmbeddedPostgres server, String database) {
    this.directory = directory;
    this.server = server;
    this.source = server.getDatabase("postgres", database);
  }

  /// Makes a backup of the whole server and restores it.
  ///
  /// @param url JDBC address of a database of that server
  /// @param superuser of the server, who needs no password
  /// @param database that is to be looked at
  public static Backup of(String url, String superuser, String database) {
    try {
      Path directory = Files.createTempDirectory("restored");
      Path data =
          Files.createDirectory(
              directory.resolve("data"),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      copy(url, superuser, data);
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .start();
      return new Backup(directory, server, database);
    } catch (IOException | SQLException failed) {
      throw new IllegalStateException("the backup could not be made or restored", failed);
    }
  }

  /// The database in the restored server, as its superuser sees it.
  public DataSource source() {
    return source;
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(directory)) {
      server.close();
      List<Path> inside = all.sorted(Comparator.reverseOrder()).toList();
      for (Path each : inside) {
        Files.deleteIfExists(each);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void copy(String url, String superuser, Path to) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(url, superuser, "");
        Statement statement = connection.createStatement()) {
      Path from = Path.of(text(statement, "SHOW data_directory"));
      statement.execute("SELECT pg_backup_start('test', true)");
      Files.walkFileTree(from, new Copying(from, to, false));
      String label = text(statement, "SELECT labelfile FROM pg_backup_stop(false)");
      // What was written while the files were copied; without it they do not fit together.
      Files.walkFileTree(from.resolve("pg_wal"), new Copying(from, to, true));
      Files.writeString(to.resolve("backup_label"), label);
    }
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }

  /// Copies files that change under its hands, as a base backup does.
  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;
    private final boolean wal;

    Copying(Path from, Path to, boolean wal) {
      this.from = from;
      this.to = to;
      this.wal = wal;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
        throws IOException {
      Files.createDirectories(to.resolve(from.relativize(directory)));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Path relative = from.relativize(file);
      boolean inWal = relative.startsWith("pg_wal");
      String name = String.valueOf(file.getFileName());
      if (inWal == wal && !name.startsWith("postmaster.") && !name.startsWith("epg-lock")) {
        try {
          Files.write(to.resolve(relative), Files.readAllBytes(file));
        } catch (NoSuchFileException removedMeanwhile) {
          return FileVisitResult.CONTINUE;
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
      if (failed instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failed;
    }
  }
}
