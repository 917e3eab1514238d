// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultTest {

  private static final Result RESULT =
      new Result(Scenario.MESSAGE, new Figures(812.5, 18.25, 31, 55.125, 2), 0.125);

  @Test
  void isFlatDataWithTheAgreedNames() {
    JsonNode list = JsonMapper.shared().readTree(Result.json(List.of(RESULT)));
    assertThat(list.isArray()).isTrue();
    JsonNode only = list.get(0);
    assertThat(only.propertyNames())
        .containsExactly(
            "scenario", "rate_per_s", "p50_ms", "p95_ms", "p99_ms", "errors", "floor", "ratio");
    assertThat(only.get("scenario").asString()).isEqualTo("message");
    assertThat(only.get("rate_per_s").asDouble()).isEqualTo(812.5);
    assertThat(only.get("errors").asInt()).isEqualTo(2);
    assertThat(only.get("floor").asString()).isEqualTo("floor-database");
    assertThat(only.get("ratio").asDouble()).isEqualTo(0.125);
  }

  @Test
  void isATableForPeople() {
    assertThat(Result.table(List.of(RESULT)).lines())
        .hasSize(2)
        .last()
        .asString()
        .contains("message", "812.5", "18.25", "55.13", "floor-database", "0.125");
  }
}
