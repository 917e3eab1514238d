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
  void anAcknowledgementIsAcceptedOnlyIfAllOfItCounts() {
    Answer accepted =
        Acknowledgements.read(200, "MSH|^~\\&|CIMS\rMSA|AA|ID7\rERR||ORC^1|0|I|R|||received\r");
    assertThat(accepted.accepted()).isTrue();
    assertThat(accepted.lines()).containsExactly("AA ID7", "   ORC^1: received");

    assertThat(Acknowledgements.read(200, "MSA|AA|1\rERR||RXA^1^5|103|W|V|||not yet\r").verdict())
        .isEqualTo(Answer.Verdict.QUARANTINED);
    assertThat(Acknowledgements.read(200, "MSA|AA|1\rMSA|AE|2\r").accepted()).isFalse();
    assertThat(Acknowledgements.read(200, "MSA#AR#1\r").accepted()).isFalse();
    assertThat(Acknowledgements.read(413, "").accepted()).isFalse();
  }

  @Test
  void somethingElseThanJsonIsNoReasonToFail() {
    assertThat(Answer.of(502, Optional.empty(), "<html>").accepted()).isFalse();
  }
}
