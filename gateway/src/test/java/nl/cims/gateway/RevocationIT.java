// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.testkit.certificates.Issued;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What was taken back while the gateway runs: certificates by their authority, tokens by the
/// broker.
class RevocationIT {

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open("--cims.gateway.revoked-tokens.late=300ms");
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @BeforeEach
  void aGoodCertificatePasses() throws IOException {
    stage.registry.reset();
    stage.call().send().isFromTheRegistry();
    stage.registry.seen.clear();
  }

  @Test
  void aCertificateThatIsRevokedInMidConnectionIsRefusedAtTheNextRequest() throws IOException {
    Issued leaving = stage.authority.issue("leaving");
    String token = stage.tokens.good("leaving", Stage.REPORT, leaving.x509());
    String request =
        "GET /fhir/metadata HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n";
    try (Socket kept =
        stage
            .authority
            .tlsAs(leaving)
            .getSocketFactory()
            .createSocket(InetAddress.getLoopbackAddress(), stage.port())) {
      kept.setSoTimeout(10_000);
      InputStream in = new BufferedInputStream(kept.getInputStream());
      assertThat(status(kept, in, request)).isEqualTo(200);
      stage.authority.revoke(leaving);
      await(
          () -> {
            Answer answer = stage.callAs(leaving).bearer(token).send();
            answer.isProblem(ProblemType.CERTIFICATE_REQUIRED);
            assertThat(answer.text()).contains("taken back");
          });
      stage.registry.seen.clear();
      assertThat(status(kept, in, request)).isEqualTo(401);
    }
    assertThat(stage.registry.seen).isEmpty();
    Issued renewed = stage.authority.issue("leaving");
    String fresh = stage.tokens.good("leaving", Stage.REPORT, renewed.x509());
    stage.callAs(renewed).bearer(fresh).send().isFromTheRegistry();
  }

  @Test
  void aRegistryWhoseCertificateIsRevokedGetsNothingMoreNotEvenOverAnOpenConnection()
      throws IOException {
    try (Stage apart = Stage.open()) {
      apart.call().send().isFromTheRegistry();
      apart.authority.revoke(apart.authority.issue("registry"));
      await(() -> apart.call().send().isProblem(ProblemType.UPSTREAM_UNAVAILABLE));
      apart.registry.seen.clear();
      apart.call().send().isProblem(ProblemType.UPSTREAM_UNAVAILABLE);
      assertThat(apart.registry.seen).isEmpty();
    }
  }

  @Test
  void aBrokerWhoseCertificateIsRevokedIsNotBelievedAnyMore() throws IOException {
    try (Stage apart = Stage.open("--cims.gateway.revoked-tokens.late=300ms")) {
      await(() -> assertThat(health(apart)).contains("UP"));
      apart.authority.revoke(apart.authority.issue("broker"));
      await(() -> assertThat(health(apart)).contains("DEGRADED"));
    }
  }

  @Test
  void aListThatIsNotRenewedInTimeShutsTheDoorUntilItIs() throws IOException {
    stage.authority.renewRevocations(Instant.now().minusSeconds(1));
    await(() -> stage.call().send().isProblem(ProblemType.CERTIFICATE_REQUIRED));
    stage.authority.renewRevocations(Instant.now().plus(Duration.ofDays(1)));
    await(() -> stage.call().send().isFromTheRegistry());
  }

  @Test
  void aTokenThatTheBrokerTakesBackIsRefusedAndNoOther() throws IOException {
    String token =
        stage.tokens.with(stage.party.x509(), Stage.REPORT, claims -> claims.jwtID("stolen"));
    stage.callAs(stage.party).bearer(token).send().isFromTheRegistry();
    long end = Instant.now().plusSeconds(600).getEpochSecond();
    stage.revokedTokens("{\"revoked\":[{\"jti\":\"stolen\",\"exp\":%d}]}".formatted(end));
    await(
        () -> stage.callAs(stage.party).bearer(token).send().isProblem(ProblemType.TOKEN_INVALID));
    stage.call().send().isFromTheRegistry();

    // The broker away: what it said last still holds, and the health says that somebody must look.
    stage.keys.close();
    await(() -> assertThat(health()).contains("DEGRADED"));
    stage.callAs(stage.party).bearer(token).send().isProblem(ProblemType.TOKEN_INVALID);
    stage.call().send().isFromTheRegistry();

    stage.revokedTokens("<html>nothing here</html>");
    stage.keys.start();
    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    stage.callAs(stage.party).bearer(token).send().isProblem(ProblemType.TOKEN_INVALID);
    stage.revokedTokens("{\"revoked\":[]}");
    await(() -> assertThat(health()).contains("UP"));
    stage.callAs(stage.party).bearer(token).send().isFromTheRegistry();
  }

  @Test
  void aTokenThatCouldNeverBeTakenBackIsRefused() throws IOException {
    for (Consumer<JWTClaimsSet.Builder> flaw :
        List.<Consumer<JWTClaimsSet.Builder>>of(
            claims -> claims.jwtID(null),
            claims -> claims.issueTime(null),
            claims ->
                claims.expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(70)))))) {
      stage
          .callAs(stage.party)
          .bearer(stage.tokens.with(stage.party.x509(), Stage.REPORT, flaw))
          .send()
          .isProblem(ProblemType.TOKEN_INVALID);
    }
    assertThat(stage.registry.seen).isEmpty();
  }

  private static String health() throws IOException {
    return health(stage);
  }

  private static String health(Stage stage) throws IOException {
    Answer health = stage.callAs(stage.party).to("GET", "/actuator/health").send();
    assertThat(health.status()).isEqualTo(200);
    return health.text();
  }

  private static int status(Socket kept, InputStream in, String request) throws IOException {
    kept.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    kept.getOutputStream().flush();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    String length = head.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
    in.readNBytes(Integer.parseInt(length));
    return Integer.parseInt(head.substring(9, 12));
  }

  private interface Attempt {
    void run() throws IOException;
  }

  /// Tries for five seconds at most.
  private static void await(Attempt attempt) throws IOException {
    Instant end = Instant.now().plusSeconds(5);
    while (true) {
      try {
        attempt.run();
        return;
      } catch (AssertionError notYet) {
        if (Instant.now().isAfter(end)) {
          throw notYet;
        }
        LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
      }
    }
  }
}
