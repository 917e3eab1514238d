// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Feeds a parser with what Jazzer invents, in a JVM of its own: guided by which branches an input
/// reaches, beginning with good examples. What it learned is kept beneath `target/fuzz` and is the
/// beginning of the next run.
///
/// A target is a class with `public static void fuzzerTestOneInput(byte[] data)`, which throws what
/// should not happen. How long: `-Dcims.fuzz.seconds=600` for each target, else a few thousand
/// inputs. Needs Jazzer on the class path of the test.
public final class Fuzzing {

  private static final long RUNS = Long.getLong("cims.fuzz.runs", 1_000);
  private static final int SECONDS = Integer.getInteger("cims.fuzz.seconds", 0);
  private static final int LONGEST_INPUT = 4096;
  private static final Path KEPT = Path.of("target", "fuzz");

  private Fuzzing() {}

  /// What came of it.
  ///
  /// @param failed whether some input made the target throw, or the fuzzer itself came to nothing
  /// @param said the end of what the fuzzer printed, with the input that did it
  public record Result(boolean failed, String said) {}

  /// Fuzzes this target.
  ///
  /// @param examples a directory with good inputs
  public static Result of(Class<?> target, Path examples) throws IOException, InterruptedException {
    Path kept = Files.createDirectories(KEPT.resolve(target.getSimpleName()));
    Path log = KEPT.resolve(target.getSimpleName() + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+EnableDynamicAgentLoading",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Xmx512m",
            // A short run ends before the better compiler has paid for itself.
            SECONDS > 0 ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + target.getName(),
            "--instrumentation_includes=nl.cims.**",
            "--reproducer_path=" + KEPT,
            "-artifact_prefix=" + KEPT + "/",
            "-max_len=" + LONGEST_INPUT,
            SECONDS > 0 ? "-max_total_time=" + SECONDS : "-runs=" + RUNS,
            kept.toString(),
            examples.toString()));
    Process fuzzer =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean failed = fuzzer.waitFor() != 0;
    String said = Files.readString(log, StandardCharsets.ISO_8859_1);
    return new Result(
        failed || !said.contains("Done "), said.substring(Math.max(0, said.length() - 4_000)));
  }
}
