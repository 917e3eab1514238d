// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// What is not fit for production stops every start but that of a demo, before anything is made.
class SafeStartTest {

  @Test
  void eachReasonIsSaid() {
    assertThatExceptionOfType(StartRefused.class)
        .isThrownBy(() -> start(Map.of("logging.level.root", "DEBUG", "debug", "true")))
        .satisfies(
            refused ->
                assertThat(refused.analysis().getDescription())
                    .contains("* logging.level.root: ", "* debug: "))
        .satisfies(
            refused ->
                assertThat(refused.analysis().getAction()).contains("cims.environment=demo"));
  }

  @Test
  void aDemoAndWhatIsFitStart() {
    assertThatNoException().isThrownBy(() -> start(Map.of("logging.level.root", "INFO")));
    assertThatNoException()
        .isThrownBy(() -> start(Map.of("cims.environment", "demo", "debug", "true")));
  }

  private static void start(Map<String, Object> settings) {
    try (GenericApplicationContext context = new GenericApplicationContext()) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("written", settings));
      new SafeStart().initialize(context);
    }
  }
}
