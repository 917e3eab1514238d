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

class LimitIT {

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage =
        Stage.open(
            "--cims.gateway.limits.requests-per-second=1",
            "--cims.gateway.limits.burst=10",
            "--cims.gateway.limits.clients.slow.requests-per-second=1",
            "--cims.gateway.limits.clients.slow.burst=3",
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
    stage.call().send().isFromTheRegistry();
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
