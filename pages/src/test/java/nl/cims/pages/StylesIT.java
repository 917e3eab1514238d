// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StylesIT {

  private static final Path SOURCES = Path.of("src/main/styles");
  private static final Path BUILT = Path.of("src/main/resources/static/assets");

  @TempDir Path directory;

  @Test
  void theCommittedStylesAreWhatTheSourcesGive() throws Exception {
    copySources();
    assumeTrue(
        runs("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
        "skipped: npm is not here, or cannot fetch the packages of package-lock.json");
    assertThat(runs("node", "build.mjs", directory.resolve("out").toString())).isTrue();
    assertThat(contents(directory.resolve("out/static/assets"))).isEqualTo(contents(BUILT));
    assertThat(directory.resolve("out/nl/cims/pages/assets.properties"))
        .hasSameTextualContentAs(Path.of("src/main/resources/nl/cims/pages/assets.properties"));
  }

  @Test
  void theLockFileNamesNoRegistry() throws IOException {
    assertThat(Files.readString(SOURCES.resolve("package-lock.json")))
        .contains("\"integrity\"")
        .doesNotContain("\"resolved\"");
  }

  private void copySources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    }
  }

  private boolean runs(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("log.txt").toFile())
              .start();
      return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException notHere) {
      return false;
    }
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(
            file.getFileName().toString(),
            java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return contents;
  }
}
