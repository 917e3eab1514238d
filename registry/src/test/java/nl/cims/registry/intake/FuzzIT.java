// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.cims.registry.intake.csv.CsvFuzz;
import nl.cims.registry.intake.fhir.FhirFuzz;
import nl.cims.registry.intake.hl7v2.Hl7Fuzz;
import nl.cims.testkit.fuzz.Fuzzing;
import nl.cims.testkit.messages.CsvRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No input makes a parser fail otherwise than by a reason. A short run; `./cims fuzz` is the long
/// one.
class FuzzIT {

  private static final Path EXAMPLES = Path.of("src", "test", "resources");

  @TempDir Path made;

  @Test
  void fhir() throws Exception {
    survives(FhirFuzz.class, EXAMPLES.resolve("fhir"));
  }

  @Test
  void hl7v2() throws Exception {
    survives(Hl7Fuzz.class, EXAMPLES.resolve("hl7v2"));
  }

  @Test
  void csv() throws Exception {
    try (CsvRows rows = new CsvRows("fuzz", 3)) {
      Files.copy(rows, made.resolve("rows.csv"));
    }
    survives(CsvFuzz.class, made);
  }

  @Test
  void findsAFaultThatWasPlanted() throws Exception {
    Files.writeString(made.resolve("example"), "MSH");
    assertThat(Fuzzing.of(PlantedFuzz.class, made))
        .satisfies(
            result -> {
              assertThat(result.failed()).isTrue();
              assertThat(result.said()).contains("IllegalStateException: planted");
            });
  }

  private static void survives(Class<?> target, Path examples)
      throws IOException, InterruptedException {
    Fuzzing.Result result = Fuzzing.of(target, examples);
    assertThat(result.failed()).as(result.said()).isFalse();
  }
}
