// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The directory in which the demo keeps everything that it makes, and the repository whose jars it
/// runs.
///
/// @param directory the demo's own; nobody else may read it
/// @param repository where the modules are
record Home(Path directory, Path repository) {

  private static final long NEEDED_BYTES = 1024L * 1024 * 1024;

  Home {
    directory = directory.toAbsolutePath().normalize();
    repository = repository.toAbsolutePath().normalize();
  }

  Path certificates() {
    return directory.resolve("certificates");
  }

  Path keys() {
    return directory.resolve("keys");
  }

  /// What the witnesses of the access log keep, outside the database.
  Path witnesses() {
    return directory.resolve("witnesses");
  }

  Path settings() {
    return directory.resolve("settings");
  }

  /// The settings file of this process.
  Path settings(String process) {
    return settings().resolve(process + ".yaml");
  }

  Path logs() {
    return directory.resolve("logs");
  }

  Path log(String process) {
    return logs().resolve(process + ".log");
  }

  Path pidFile(String process) {
    return directory.resolve("run").resolve(process + ".pid");
  }

  /// What the JVM of this process learned at an earlier start.
  Path startupCache(String process) {
    return directory.resolve("run").resolve(process + ".aot");
  }

  Path postgresData() {
    return directory.resolve("postgresql").resolve("data");
  }

  Path postgresBinaries() {
    return directory.resolve("postgresql").resolve("binaries");
  }

  Path summary() {
    return directory.resolve("demo.json");
  }

  /// There once everybody has been loaded.
  Path loaded() {
    return directory.resolve("loaded");
  }

  Path exampleMessage() {
    return directory.resolve("one-more-message.json");
  }

  /// Makes the directories.
  ///
  /// @throws CannotProceed if the disk is full or the directory cannot be written
  void prepare() {
    try {
      Files.createDirectories(directory);
      if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
      }
      long free = Files.getFileStore(directory).getUsableSpace();
      if (free < NEEDED_BYTES) {
        throw new CannotProceed(
            "The disk of %s is full: %d MB are free and the demo needs %d MB; make room, or choose another place with CIMS_HOME."
                .formatted(directory, free >> 20, NEEDED_BYTES >> 20));
      }
      for (Path each :
          List.of(certificates(), keys(), settings(), logs(), directory.resolve("run"))) {
        Files.createDirectories(each);
      }
    } catch (IOException refused) {
      throw new CannotProceed(
          "Cannot write in %s (%s); choose another place with CIMS_HOME."
              .formatted(directory, refused.getMessage()),
          refused);
    }
  }

  /// Forgets all data, keys and certificates; what can be unpacked again may stay.
  void forget() {
    for (Path each :
        List.of(
            postgresData(),
            certificates(),
            keys(),
            witnesses(),
            settings(),
            logs(),
            summary(),
            loaded())) {
      delete(each);
    }
  }

  private static void delete(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot delete " + tree, failed);
    }
  }
}
