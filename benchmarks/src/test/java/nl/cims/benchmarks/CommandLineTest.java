// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {

  @Test
  void measuresEverythingWhenNothingIsNamed() {
    CommandLine asked = CommandLine.of(List.of());
    assertThat(asked.scenarios()).containsExactlyInAnyOrder(Scenario.values());
    assertThat(asked.seconds()).isEqualTo(10);
    assertThat(asked.connections()).isEqualTo(16);
  }

  @Test
  void measuresOnlyWhatIsNamed() {
    CommandLine asked = CommandLine.of(List.of("message", "--json", "out.json", "--seconds", "3"));
    assertThat(asked.scenarios()).containsExactly(Scenario.MESSAGE);
    assertThat(asked.json()).contains(Path.of("out.json"));
    assertThat(asked.seconds()).isEqualTo(3);
  }

  @Test
  void namesTheScenariosWhenOneIsUnknown() {
    assertThatExceptionOfType(CannotMeasure.class)
        .isThrownBy(() -> CommandLine.of(List.of("everything")))
        .withMessage(
            "There is no scenario everything; there are: floor-endpoint, floor-database,"
                + " dossier-page, message, bundle, hl7, file.");
  }

  @Test
  void staysWithinItsBounds() {
    for (List<String> wrong :
        List.of(
            List.of("--seconds", "0"),
            List.of("--seconds", "601"),
            List.of("--connections", "-1"),
            List.of("--connections", "9999999999"),
            List.of("--json"))) {
      assertThatExceptionOfType(CannotMeasure.class).isThrownBy(() -> CommandLine.of(wrong));
    }
  }
}
