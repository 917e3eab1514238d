// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.testkit.certificates.Issued;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitIT {

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage =
        Stage.open(
            "--cims.gateway.limits.kinds.party.per-second=1",
            "--cims.gateway.limits.kinds.party.burst=10",
            "--cims.gateway.limits.kinds.certificate.per-second=1",
            "--cims.gateway.limits.kinds.certificate.burst=10",
            "--cims.gateway.limits.clients.slow.per-second=1",
            "--cims.gateway.limits.clients.slow.burst=3",
            "--cims.gateway.limits.clients.minute.per-second=100",
            "--cims.gateway.limits.clients.minute.burst=100",
            "--cims.gateway.limits.clients.minute.per-minute=4",
            "--cims.gateway.limits.clients.day.per-second=100",
            "--cims.gateway.limits.clients.day.burst=100",
            "--cims.gateway.limits.clients.day.per-minute=100",
            "--cims.gateway.limits.clients.day.per-day=4",
            "--cims.gateway.limits.refusals-per-second=1");
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void holdsAClientToItsRateAndNobodyElse() throws IOException {
    Issued slow = stage.authority.issue("slow");
    String token = stage.tokens.good("slow", Stage.REPORT, slow.x509());
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      answers.add(stage.callAs(slow).bearer(token).send());
    }
    assertThat(answers.subList(0, 3)).allMatch(answer -> answer.status() == 200);
    Answer refused =
        answers.stream().filter(answer -> answer.status() != 200).findFirst().orElseThrow();
    refused.isProblem(ProblemType.TOO_MANY_REQUESTS);
    assertThat(refused.header("retry-after")).isEqualTo("1");
    assertThat(refused.text()).contains("more per second than was agreed");
    stage.call().send().isFromTheRegistry();
  }

  @ParameterizedTest
  @CsvSource({"minute, 15", "day, 21600"})
  void holdsAClientToEachStepAndSaysWhichOneItWas(String step, int seconds) throws IOException {
    Issued steady = stage.authority.issue(step);
    String token = stage.tokens.good(step, Stage.REPORT, steady.x509());
    for (int i = 0; i < 4; i++) {
      stage.callAs(steady).bearer(token).send().isFromTheRegistry();
    }
    Answer refused =
        stage.callAs(steady).bearer(token).send().isProblem(ProblemType.TOO_MANY_REQUESTS);
    assertThat(refused.text()).contains("more per " + step + " than was agreed");
    assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(seconds - 10, seconds);
  }

  @Test
  void holdsACertificateToARateWhereItNeedsNoToken() throws IOException {
    Issued asking = stage.authority.issue("asking");
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      statuses.add(stage.callAs(asking).to("GET", "/citizen/v1/seal-keys").send().status());
    }
    assertThat(statuses.subList(0, 10)).containsOnly(200);
    assertThat(statuses).contains(429);
    stage.call().send().isFromTheRegistry();
  }

  @Test
  void stopsLookingAtTokensOfACertificateThatShowsManyBadOnes() throws IOException {
    Issued noisy = stage.authority.issue("noisy");
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      statuses.add(stage.callAs(noisy).bearer("bad").send().status());
    }
    assertThat(statuses.subList(0, 10)).containsOnly(401);
    assertThat(statuses).contains(429);
    stage.call().send().isFromTheRegistry();
  }
}
