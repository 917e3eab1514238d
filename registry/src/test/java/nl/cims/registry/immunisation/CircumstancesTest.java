// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.cims.vocabulary.CodeSystem;
import nl.cims.vocabulary.VaccineCode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What is kept of how a dose was given, as the cell of its row holds it.
class CircumstancesTest {

  private static final Circumstances SENT =
      new Circumstances(
          "Pfizer",
          List.of(new VaccineCode(CodeSystem.CVX, "208")),
          "Pfizer",
          "GGD",
          "URA:01234567",
          "NL",
          "1/2",
          "arm",
          "im",
          "0.3 mL",
          "note");

  private final JsonMapper json = new JsonMapper();

  @Test
  void isReadBackWithTheCodesAsSent() {
    assertThat(json.readValue(json.writeValueAsBytes(SENT), Circumstances.class)).isEqualTo(SENT);
  }

  @Test
  void hasNoCodesInRowsFromBeforeTheyWereKept() {
    String earlier =
        """
        {"vaccine":"Pfizer","manufacturer":"","performer":"","performerNumber":"","country":"NL",
         "dose":"","site":"","route":"","quantity":"","note":""}
        """;
    assertThat(json.readValue(earlier, Circumstances.class).codes()).isEmpty();
    assertThat(json.readValue(earlier, Circumstances.class).vaccine()).isEqualTo("Pfizer");
  }

  @Test
  void keepsNoCodesAndNothingWrittenByHandWithoutAPerson() {
    assertThat(SENT.anonymous())
        .isEqualTo(
            new Circumstances(
                "", List.of(), "Pfizer", "", "URA:01234567", "NL", "1/2", "", "", "", ""));
  }
}
