// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import nl.cims.contracts.problem.ProblemType;
import org.junit.jupiter.api.Test;

class OutageIT {

  private static final byte[] MESSAGE = "{}".getBytes(StandardCharsets.UTF_8);

  @Test
  void saysThatTheRegistryIsAwayAndHealsWhenItReturns() throws IOException {
    try (Stage stage = Stage.open()) {
      stage.call().send().isFromTheRegistry();
      for (int outage = 0; outage < 2; outage++) {
        stage.registry.server.close();
        Answer away = stage.call().send().isProblem(ProblemType.UPSTREAM_UNAVAILABLE);
        assertThat(away.header("retry-after")).isEqualTo("5");
        post(stage).send().isProblem(ProblemType.UPSTREAM_UNAVAILABLE);
        assertThat(stage.callAs(stage.party).to("GET", "/actuator/health").send().status())
            .isEqualTo(200);
        stage.registry.server.start();
        post(stage).send().isFromTheRegistry();
        stage.call().send().isFromTheRegistry();
      }
    }
  }

  @Test
  void doesNotWaitForeverForAnAnswer() throws IOException {
    try (Stage stage = Stage.open("--cims.gateway.timeouts.answer=300ms")) {
      stage.registry.behave(
          exchange -> {
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            StubRegistry.greet(exchange);
          });
      stage.call().send().isProblem(ProblemType.UPSTREAM_UNAVAILABLE);
      stage.registry.reset();
      stage.call().send().isFromTheRegistry();
    }
  }

  @Test
  void passesTheRegistrysOwnRefusalsUnchanged() throws IOException {
    try (Stage stage = Stage.open()) {
      String outcome = "{\"resourceType\":\"OperationOutcome\",\"text\":\"ëén\"}";
      for (int status : new int[] {201, 400, 404, 409, 422, 429, 500, 503}) {
        stage.registry.behave(
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "7");
              exchange.getResponseHeaders().set("Location", "/fhir/Immunization/1");
              StubRegistry.answer(exchange, status, "application/fhir+json", outcome);
            });
        Answer answer = post(stage).send();
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo(outcome);
        assertThat(answer.header("content-type")).isEqualTo("application/fhir+json");
        assertThat(answer.header("retry-after")).isEqualTo("7");
        assertThat(answer.header("location")).isEqualTo("/fhir/Immunization/1");
      }
      stage.registry.behave(exchange -> exchange.sendResponseHeaders(404, -1));
      Answer bare = post(stage).send();
      assertThat(bare.status()).isEqualTo(404);
      assertThat(bare.text()).isEmpty();
    }
  }

  @Test
  void doesNotPassHalfAnAnswerForAWholeOne() throws IOException {
    try (Stage stage = Stage.open()) {
      stage.registry.behave(
          exchange -> {
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write(new byte[50_000]);
            exchange.getResponseBody().flush();
            throw new IOException("the registry dies");
          });
      byte[] wire = stage.call().sendForBytes();
      assertThat(new String(wire, StandardCharsets.ISO_8859_1)).contains("Content-Length: 100000");
      assertThat(wire.length).isLessThan(100_000);
    }
  }

  @Test
  void startsWithoutTheBrokerAndHealsWhenItComes() throws IOException {
    try (Stage stage = Stage.openWhileTheBrokerIsDown()) {
      Answer undecided = stage.call().send().isProblem(ProblemType.UPSTREAM_UNAVAILABLE);
      assertThat(undecided.header("retry-after")).isEqualTo("5");
      stage.callAs(stage.party).send().isProblem(ProblemType.TOKEN_REQUIRED);
      stage.keys.start();
      assertThat(firstAnswerWithin(stage, Duration.ofSeconds(15)).status()).isEqualTo(200);
    }
  }

  @Test
  void needsTheBrokerNoLongerOnceItKnowsTheKeys() throws IOException {
    try (Stage stage = Stage.open()) {
      stage.call().send().isFromTheRegistry();
      stage.keys.close();
      stage.call().send().isFromTheRegistry();
      String strange =
          Tokens.sign(
              Tokens.claims("ggd-utrecht", Stage.REPORT, stage.party.x509()),
              Tokens.newKey("stranger"));
      assertThat(stage.callAs(stage.party).bearer(strange).send().status()).isIn(401, 503);
      stage.call().send().isFromTheRegistry();
    }
  }

  @Test
  void controlThatTheRegistryIsReallyAway() throws IOException {
    try (Stage stage = Stage.open()) {
      stage.registry.server.close();
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () ->
                  new Call(
                          java.net.URI.create(stage.registry.server.address()).getPort(),
                          stage.authority.tlsAs(stage.party))
                      .send());
    }
  }

  private static Answer firstAnswerWithin(Stage stage, Duration longest) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    Answer answer = stage.call().send();
    while (answer.status() == 503 && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      answer = stage.call().send();
    }
    return answer;
  }

  private static Call post(Stage stage) {
    return stage.call().to("POST", "/fhir").body("application/fhir+json", MESSAGE);
  }
}
