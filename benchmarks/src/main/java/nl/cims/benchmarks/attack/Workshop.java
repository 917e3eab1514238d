// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.cims.benchmarks.CannotMeasure;

/// Where the tools run: each for a bounded time, with a folder for what it leaves, and without a
/// way to any other machine.
///
/// @param folder for the reports
/// @param patience after which a tool is ended
record Workshop(Path folder, Duration patience) {

  private static final int TIMED_OUT = 124;
  private static final int KILLED = 137;
  private static final Duration TO_DIE = Duration.ofSeconds(5);

  /// Nobody listens at this proxy. The slash keeps sqlmap from taking it for one to use even here.
  private static final String NOWHERE = "http://127.0.0.1:9/";

  private static final String MENDED = "sitecustomize.py";

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "http_proxy", NOWHERE,
          "https_proxy", NOWHERE,
          "all_proxy", NOWHERE,
          "no_proxy", "localhost,127.0.0.1",
          "LC_ALL", "C.UTF-8");

  /// An empty workshop in this folder; what an earlier one left there is gone.
  static Workshop in(Path folder, Duration patience) throws IOException {
    clear(folder);
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return new Workshop(folder, patience);
  }

  /// The longest that one tool takes.
  Duration longest() {
    return patience.plus(TO_DIE);
  }

  /// A place for a file that is not there yet.
  Path place(String name) {
    return folder.resolve(name.replaceAll("[^A-Za-z0-9.-]+", "-"));
  }

  /// Runs a tool to its end.
  ///
  /// @param title of what it does; what it says is kept under this name
  /// @return what it said
  /// @throws CannotMeasure if it is not installed, or had to be ended
  String run(String title, List<String> command) throws InterruptedException, IOException {
    Path said = place(title + ".txt");
    List<String> bounded = new ArrayList<>();
    // In a process group of its own, so that whatever the tool has started ends with it.
    bounded.addAll(List.of("timeout", "--kill-after=" + TO_DIE.toSeconds()));
    bounded.add(Long.toString(patience.toSeconds()));
    bounded.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(bounded)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(said.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
    builder.environment().putAll(ENVIRONMENT);
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("PYTHONPATH", mending().toString());
    int code = ended(builder.start());
    if (code == TIMED_OUT || code == KILLED) {
      throw new CannotMeasure(
          "did not finish in %d s; give it more: ./cims attack %d"
              .formatted(patience.toSeconds(), patience.toSeconds() * 2));
    }
    if (code == 126 || code == 127) {
      throw new CannotMeasure(
          "%s is not installed; on Debian: apt-get install testssl.sh wapiti sqlmap"
              .formatted(command.getFirst()));
    }
    return Files.readString(said, StandardCharsets.ISO_8859_1);
  }

  /// What a tool has written.
  ///
  /// @throws CannotMeasure if it has not
  String report(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new CannotMeasure("left no report");
    }
    return Files.readString(file);
  }

  /// A folder with what a tool needs to work at all.
  private Path mending() throws IOException {
    Path mending = Files.createDirectories(folder.resolve("mending"));
    try (InputStream in = Workshop.class.getResourceAsStream(MENDED)) {
      Files.write(mending.resolve(MENDED), Objects.requireNonNull(in, MENDED).readAllBytes());
    }
    return mending;
  }

  private int ended(Process process) throws InterruptedException {
    Thread end = new Thread(process::destroy, "end of a tool");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      if (!process.waitFor(longest().plus(TO_DIE).toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return TIMED_OUT;
      }
      return process.exitValue();
    } finally {
      process.destroy();
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
