// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import org.junit.jupiter.api.Test;

/// Files that parties put into a directory.
class DropIT {

  private final RegistryProcess registry = RegistryProcess.running();
  private final Path drop = Path.of(registry.setting("cims.intake.csv.drop"));
  private final Path folder = drop.resolve("zorghuis-drop");
  private final String name = UUID.randomUUID().toString();
  private final Sheet sheet = new Sheet().dose(name, TestNumbers.fresh().reveal());

  @Test
  void areTakenRegisteredAndAnsweredBesideWhereTheyWere() throws IOException {
    finish(folder, sheet.dose(name + "-2", "1").text());

    List<String> lines = awaited(folder.resolve(name + ".result.csv"));

    assertThat(lines.get(1)).startsWith("2;geregistreerd;");
    assertThat(lines.get(2)).startsWith("3;geweigerd;;").contains("bsn: dit is geen BSN");
    assertThat(folder.resolve(name + ".csv")).doesNotExist();
    assertThat(names(folder)).noneMatch(it -> it.endsWith(".part"));
  }

  @Test
  void areRefusedAsAWholeWithTheReason() throws IOException {
    finish(folder, "bsn\n1\n");

    assertThat(awaited(folder.resolve(name + ".result.csv")).get(1))
        .contains("1;geweigerd;;", "Deze kolommen ontbreken", "identificatie");
    awaited(folder.resolve(name + ".csv.refused"));
    assertThat(folder.resolve(name + ".csv")).doesNotExist();
  }

  @Test
  void areLeftWhileTheyAreWrittenOrStandInAFolderOfNobody() throws IOException {
    Path nobody = Files.createDirectories(drop.resolve("nobody"));
    finish(nobody, sheet.text());
    Path unfinished = Files.writeString(folder.resolve(name + ".tmp"), sheet.text());
    String later = name + "-later";
    Files.writeString(folder.resolve(later + ".tmp"), sheet.text());
    Files.move(folder.resolve(later + ".tmp"), folder.resolve(later + ".csv"));

    awaited(folder.resolve(later + ".result.csv"));

    assertThat(unfinished).exists();
    assertThat(nobody.resolve(name + ".csv")).exists();
  }

  private void finish(Path where, String text) throws IOException {
    Path unfinished = Files.writeString(where.resolve(name + ".tmp"), text);
    Files.move(unfinished, where.resolve(name + ".csv"));
  }

  private static List<String> awaited(Path file) throws IOException {
    while (!Files.exists(file)) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return Files.readAllLines(file);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(it -> it.getFileName().toString()).toList();
    }
  }
}
