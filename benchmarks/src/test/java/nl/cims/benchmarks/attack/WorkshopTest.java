// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.cims.benchmarks.CannotMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkshopTest {

  @TempDir Path folder;

  @Test
  void aToolThatDoesNotEndIsEndedWithAllItStarted() throws Exception {
    Workshop workshop = Workshop.in(folder.resolve("attack"), Duration.ofSeconds(1));
    assertThatExceptionOfType(CannotMeasure.class)
        .isThrownBy(
            () -> workshop.run("a hang", List.of("sh", "-c", "sleep 300 & echo $!; sleep 300")))
        .withMessageContaining("did not finish in 1 s");
    long child = Long.parseLong(Files.readString(workshop.place("a hang.txt")).strip());
    // It has been told to end, and does so when it gets its turn.
    ProcessHandle.of(child).ifPresent(told -> told.onExit().orTimeout(10, TimeUnit.SECONDS).join());
  }

  @Test
  void aToolThatIsNotThereIsNamed() throws Exception {
    Workshop workshop = Workshop.in(folder.resolve("attack"), Duration.ofSeconds(9));
    assertThatExceptionOfType(CannotMeasure.class)
        .isThrownBy(() -> workshop.run("nothing", List.of("no-such-tool")))
        .withMessageContaining("no-such-tool is not installed");
  }

  @Test
  void toolsFindNoWayToOtherMachines() throws Exception {
    Workshop workshop = Workshop.in(folder.resolve("attack"), Duration.ofSeconds(9));
    String said = workshop.run("proxies", List.of("env"));
    assertThat(said)
        .contains("http_proxy=http://127.0.0.1:9/", "https_proxy=http://127.0.0.1:9/")
        .contains("no_proxy=localhost,127.0.0.1");
    assertThat(said.lines().filter(line -> line.matches("(?i)\\w+_proxy=.*"))).hasSize(4);
  }

  @Test
  void whatAnEarlierRunLeftIsGone() throws IOException {
    Path attack = Files.createDirectories(folder.resolve("attack/deep"));
    Files.writeString(attack.resolve("old.json"), "[]");
    Workshop.in(folder.resolve("attack"), Duration.ofSeconds(9));
    assertThat(folder.resolve("attack")).isEmptyDirectory();
  }
}
