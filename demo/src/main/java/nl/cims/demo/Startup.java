// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/// Makes the second start of a deployable quick: it runs from its unpacked jar, and its JVM writes
/// an ahead-of-time cache when it ends for the first time (JEP 514), which later starts read.
final class Startup {

  private final Home home;
  private final boolean learns;

  /// @param learns whether JVMs write caches; ending takes some ten seconds longer then, once
  Startup(Home home, boolean learns) {
    this.home = home;
    this.learns = learns;
  }

  /// The jar to run, unpacked if it was not yet.
  ///
  /// @throws CannotProceed if it is not built
  Path jar(Deployable deployable) {
    Path packed = deployable.jar(home.repository());
    if (!Files.exists(packed)) {
      throw new CannotProceed("There is no %s; build it with ./cims build.".formatted(packed));
    }
    Path unpacked = deployable.unpackedJar(home.repository());
    Path mark = unpacked.resolveSibling("unpacked-from");
    String contents = contents(packed);
    if (!Files.exists(unpacked) || !contents.equals(read(mark))) {
      unpack(packed, packed.resolveSibling("app"));
      write(mark, contents);
    }
    return unpacked;
  }

  /// What is in a jar, in a few characters. Its time says nothing: a reproducible build always
  /// gives it the same.
  private static String contents(Path jar) {
    CRC32 sum = new CRC32();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream()
          .map(entry -> entry.getName() + entry.getCrc() + "\n")
          .forEach(entry -> sum.update(entry.getBytes(StandardCharsets.UTF_8)));
      return Long.toHexString(sum.getValue()) + "-" + zip.size();
    } catch (IOException failed) {
      throw new CannotProceed(
          "%s cannot be read; build it anew with ./cims build.".formatted(jar), failed);
    }
  }

  private static String read(Path mark) {
    try {
      return Files.exists(mark) ? Files.readString(mark) : "";
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void write(Path mark, String contents) {
    try {
      Files.writeString(mark, contents);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Whether some process has no cache yet, so that ending it takes longer.
  boolean isLearning() {
    return learns && !Stream.of(Deployable.values()).allMatch(this::hasLearned);
  }

  /// What the JVM is told about its cache.
  List<String> flags(Deployable deployable) {
    Path cache = home.startupCache(deployable.title());
    if (hasLearned(deployable)) {
      return List.of("-XX:AOTCache=" + cache, "-Xlog:aot=error,cds=error");
    }
    return learns ? List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=error,cds=error") : List.of();
  }

  private boolean hasLearned(Deployable deployable) {
    return isNewer(
        home.startupCache(deployable.title()), deployable.unpackedJar(home.repository()));
  }

  private void unpack(Path jar, Path directory) {
    try {
      Process tool =
          new ProcessBuilder(
                  Processes.java(),
                  "-Djarmode=tools",
                  "-jar",
                  jar.toString(),
                  "extract",
                  "--force",
                  "--destination",
                  directory.toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (tool.waitFor() != 0) {
        throw new CannotProceed("Cannot unpack %s; is the disk full?".formatted(jar));
      }
      Files.setLastModifiedTime(directory.resolve(jar.getFileName()), FileTime.from(Instant.now()));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot unpack " + jar, failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CannotProceed("The start was broken off.");
    }
  }

  private static boolean isNewer(Path file, Path than) {
    try {
      return Files.exists(file)
          && Files.exists(than)
          && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) >= 0;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
