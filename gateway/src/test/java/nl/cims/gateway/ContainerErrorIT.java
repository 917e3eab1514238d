// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import nl.cims.contracts.problem.ProblemType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ContainerErrorIT {

  private static final String CANARY = "999911110";
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /fhir/<metadata> HTTP/1.1",
        "GET /fhir/metadata?q=\"999911110\" HTTP/1.1",
        "GET fhir HTTP/1.1",
        "G@T /fhir/metadata HTTP/1.1",
        "GET /fhir/metadata?q=999911110%zz HTTP/1.1",
        "GET /fhir/metadata%zz HTTP/1.1"
      })
  void answersAMalformedRequestLineWithAProblem(String line) throws IOException {
    Answer answer = stage.call().requestLine(line).send();
    answer.isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(answer.text()).doesNotContain("Exception", "Tomcat", "<", CANARY);
  }

  @Test
  void answersHeadersThatAreTooLargeWithAProblem() throws IOException {
    stage.call().header("X-Large: " + "x".repeat(15_000)).send().isFromTheRegistry();
    stage
        .call()
        .header("X-Large: " + "x".repeat(20_000))
        .send()
        .isProblem(ProblemType.MALFORMED_REQUEST);
  }

  @Test
  void answersAMissingHostAndABrokenHeaderWithAProblem() throws IOException {
    stage.call().header("Host: second").send().isProblem(ProblemType.MALFORMED_REQUEST);
    stage.call().header("no colon here").send().isProblem(ProblemType.MALFORMED_REQUEST);
  }

  @Test
  void logsOneLinePerRequestWithoutQueryTokenOrPath(CapturedOutput output) throws IOException {
    String token = stage.tokens.good("ggd-utrecht", Stage.REPORT, stage.party.x509());
    Answer answer =
        stage
            .callAs(stage.party)
            .bearer(token)
            .to("GET", "/fhir/metadata?identifier=" + CANARY)
            .send();
    stage.call().to("GET", "/" + CANARY).send();
    stage.call().to("GET", "/fhir/metadata?a=\"" + CANARY).send();
    stage.call().to("GET", "/fhir/metadata?a=%zz" + CANARY).send();
    stage.call().to("GET", "/fhir//" + CANARY).send();
    stage.callAs(stage.party).bearer(token + CANARY).send();
    assertThat(output)
        .containsPattern(
            "client=ggd-utrecht route=capabilities status=200 us=\\d+ request="
                + answer.header("x-request-id"))
        .contains("client=ggd-utrecht route=- status=404")
        .contains("client=- route=- status=401")
        .doesNotContain(CANARY, token.substring(0, 40), "\tat ");
  }
}
