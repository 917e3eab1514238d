// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs programs that are installed beside us.
///
/// @param patience after which one is ended
record Tool(Duration patience) {

  /// Runs it to its end.
  ///
  /// @param title what to call it
  /// @return what it said
  /// @throws CannotMeasure if it is not installed, or was ended before it had finished
  String run(String title, List<String> command) throws InterruptedException {
    System.out.println("  " + title + " …");
    try {
      Path said = Files.createTempFile("tool", ".txt");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
              .redirectOutput(said.toFile())
              .start();
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        throw new CannotMeasure(
            "%s did not finish in %d s; give it more: ./cims attack %d."
                .formatted(title, patience.toSeconds(), patience.toSeconds() * 2));
      }
      String text = Files.readString(said, StandardCharsets.ISO_8859_1);
      Files.delete(said);
      return text;
    } catch (IOException missing) {
      throw new CannotMeasure(
          command.getFirst()
              + " is not installed; on Debian: apt-get install testssl.sh wapiti sqlmap.",
          missing);
    }
  }
}
