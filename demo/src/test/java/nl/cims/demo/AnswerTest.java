// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerTest {

  @Test
  void aBatchIsAcceptedOnlyIfEveryEntryIs() {
    Answer answer =
        Answer.of(
            200,
            Optional.empty(),
            """
            {"resourceType":"Bundle","entry":[
              {"response":{"status":"201 Created","location":"Immunization/1"}},
              {"response":{"status":"422","outcome":{"issue":[{"diagnostics":"dated in the future",
                "expression":["Immunization.occurrence"]}]}}}]}
            """);
    assertThat(answer.accepted()).isFalse();
    assertThat(answer.lines())
        .containsExactly(
            "201 Created  Immunization/1", "422  Immunization.occurrence: dated in the future");
  }

  @Test
  void aProblemOfTheGatewayIsToldWithItsDetail() {
    Answer answer =
        Answer.of(
            413,
            Optional.empty(),
            "{\"title\":\"The message is too large\",\"detail\":\"send less\"}");
    assertThat(answer.accepted()).isFalse();
    assertThat(answer.lines()).containsExactly("The message is too large: send less");
  }

  @Test
  void somethingElseThanJsonIsNoReasonToFail() {
    assertThat(Answer.of(502, Optional.empty(), "<html>").accepted()).isFalse();
  }
}
