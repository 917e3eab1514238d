// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.cims.testkit.messages.CsvRows;
import nl.cims.testkit.people.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of a care home from end to end, through the gateway: larger than any message may be.
class FileJourneyIT {

  private static final int ROWS = 40_000;
  private static final long LARGEST_MESSAGE = 5 * 1024 * 1024;

  private final RunningDemo demo = RunningDemo.instance();

  @Test
  void everyRowIsRegisteredAndKnownTheSecondTime(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path file = directory.resolve("doses.csv");
    try (CsvRows rows = new CsvRows("journey", ROWS)) {
      Files.copy(rows, file);
    }
    assertThat(Files.size(file)).isGreaterThan(LARGEST_MESSAGE);

    assertThat(send(file)).contains("  recorded: " + ROWS, "  refused: 0");
    assertThat(send(file)).contains("  recorded: 0", "  duplicate: " + ROWS);
  }

  private List<String> send(Path file) throws InterruptedException {
    List<String> said = new ArrayList<>();
    boolean all =
        new Post(
                Source.CARE_HOME,
                demo.cims().offset(),
                demo.cims().settings().authority(),
                said::add)
            .send(List.of(file.toString()), new Post.Manner(false, false));
    assertThat(all).as(said.toString()).isTrue();
    return said;
  }
}
