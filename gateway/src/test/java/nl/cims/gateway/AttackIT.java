// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.gateway.mllp.MllpListener;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Every [Attack] on every [Endpoint]: refused as expected, and nothing of it reaches the registry.
class AttackIT {

  @TempDir private static Path elsewhere;

  private static Stage stage;
  private static Door door;

  @BeforeAll
  static void open() throws IOException {
    stage =
        Stage.open(
            "--cims.gateway.mllp.port=0",
            "--cims.gateway.mllp.address=127.0.0.1",
            "--cims.gateway.mllp.patience=2s",
            "--cims.gateway.limits.refusals-per-second=100000",
            "--cims.gateway.limits.kinds.certificate.per-second=10000",
            "--cims.gateway.limits.kinds.certificate.burst=10000");
    door = Door.of(stage);
    awaitWhatWasTakenBack();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @BeforeEach
  void forget() {
    stage.registry.reset();
  }

  static Stream<Endpoint> endpoints() {
    return Endpoint.all();
  }

  /// The negative control of everything below.
  @ParameterizedTest
  @MethodSource("endpoints")
  void theRightRequestPasses(Endpoint endpoint) throws IOException {
    Answer answer = endpoint.good(stage).send();
    if (endpoint.isPassedOn()) {
      answer.isFromTheRegistry();
      StubRegistry.Seen seen = stage.registry.seen.remove();
      assertThat(seen.method() + " " + seen.target()).isEqualTo(endpoint.toString());
    } else {
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void isRefusedEverywhere(Attack attack) {
    List<Endpoint> targets = attack.targets().toList();
    assertThat(targets).as("what %s is tried on", attack).hasSizeGreaterThan(15);
    for (Endpoint endpoint : targets) {
      refused(attack + " on " + endpoint, attack.on(endpoint, door), attack.expected());
    }
  }

  /// The negative control of [#refused]: what is in order does not count as refused.
  @Test
  void aRightRequestIsNotTakenForARefusedOne() {
    Call good = endpoints().findFirst().orElseThrow().good(stage);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> refused("nothing", good, Set.of(ProblemType.TOKEN_INVALID)));
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void noSpellingOfAPathLeadsAnywhere(Endpoint endpoint) {
    for (String spelling : Attack.spellings(endpoint.path())) {
      Call call = endpoint.asked(stage.callAs(stage.party), spelling);
      refused(spelling, call.bearer(door.goodToken(endpoint)), Attack.NOWHERE);
    }
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void nothingThatSpeaksForTheCallerReachesTheRegistry(Endpoint endpoint) throws IOException {
    List<String> names =
        List.of(
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Prefix",
            "Forwarded",
            "X-Original-URL",
            "X-Rewrite-URL",
            "Client-Cert",
            "Client-Cert-Chain",
            "X-SSL-Client-Cert",
            "X-Caller",
            "X-User",
            "Remote-User",
            "Proxy-Authorization",
            "Cookie",
            "Upgrade",
            "TE",
            "Trailer",
            "Keep-Alive",
            "Proxy-Connection");
    Call call = endpoint.good(stage).header("Connection: Authorization, X-Caller");
    names.forEach(name -> call.header(name + ": planted"));
    assertThat(call.send().status()).isEqualTo(200);
    for (StubRegistry.Seen seen : stage.registry.seen) {
      assertThat(seen.headers().values()).noneMatch(values -> values.contains("planted"));
      assertThat(seen.headers().getFirst("Host")).doesNotContain("planted");
    }
    assertThat(stage.registry.seen).hasSize(endpoint.isPassedOn() ? 1 : 0);
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void noOtherTlsGetsPastTheHandshake(Endpoint endpoint) {
    for (Stranger stranger : strangers()) {
      Call call =
          new Call(stage.port(), stranger.tls())
              .bearer(endpoint.token(stage, stranger.certificate()));
      assertThatExceptionOfType(IOException.class)
          .as("%s on %s", stranger.name(), endpoint)
          .isThrownBy(() -> endpoint.asked(call).send());
    }
    assertThat(stage.registry.seen).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void oldTlsAndPlainHttpGetNowhere(Endpoint endpoint) throws IOException {
    String request =
        "%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .formatted(endpoint, door.goodToken(endpoint));
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), stage.port())) {
      plain.setSoTimeout(10_000);
      plain.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(plain.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
          .doesNotContain(" 200", StubRegistry.GREETING);
    }
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> handshake("TLSv1.2", stage.port()));
    assertThat(stage.registry.seen).isEmpty();
  }

  @Test
  void mllpHearsNobodyWithoutACertificateThatHolds() throws IOException {
    stage.registry.behave(
        exchange -> StubRegistry.answer(exchange, 200, "application/hl7-v2", "MSH|^~\\&|ok"));
    int port = stage.bean(MllpListener.class).port();
    String frame = MllpSender.framed("MSH|^~\\&|HIS|GGD|CIMS|RIVM|2026||VXU^V04|1|P|2.5.1\r");
    for (Stranger stranger : strangers()) {
      assertThat(isHeard(port, stranger.tls(), frame)).as(stranger.name()).isFalse();
    }
    assertThat(isHeard(port, stage.authority.tlsWithoutCertificate(), frame)).isFalse();
    assertThat(isHeard(port, stage.authority.tlsAs(door.revoked()), frame)).isFalse();
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> handshake("TLSv1.2", port));
    assertThat(stage.registry.seen).isEmpty();
    assertThat(isHeard(port, stage.authority.tlsAs(stage.party), frame)).isTrue();
  }

  private record Stranger(String name, SSLContext tls, Issued certificate) {}

  private static List<Stranger> strangers() {
    CertificateAuthority other = CertificateAuthority.in(elsewhere, Clock.systemUTC());
    Issued foreign = other.issue("ggd-utrecht");
    Issued selfSigned =
        new Issued(
            other.x509().getSubjectX500Principal().getName(),
            other.certificate(),
            elsewhere.resolve("ca.key.pem"),
            other.x509());
    Instant now = Instant.now();
    Issued expired =
        stage.authority.issue("old", now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
    Issued early =
        stage.authority.issue("early", now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(2)));
    return List.of(
        new Stranger("foreign authority", Wires.trusting(stage.authority, foreign), foreign),
        new Stranger("self-signed", Wires.trusting(stage.authority, selfSigned), selfSigned),
        new Stranger("expired", stage.authority.tlsAs(expired), expired),
        new Stranger("not yet valid", stage.authority.tlsAs(early), early));
  }

  private static boolean isHeard(int port, SSLContext tls, String frame) {
    try (MllpSender sender = new MllpSender(port, tls)) {
      return !sender.write(frame).answer().isEmpty();
    } catch (IOException refused) {
      return false;
    }
  }

  private static void handshake(String protocol, int port) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            stage
                .authority
                .tlsAs(stage.party)
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.setEnabledProtocols(new String[] {protocol});
      socket.startHandshake();
    }
  }

  private static void refused(String what, Call call, Set<ProblemType> expected) {
    try {
      Answer answer = call.send();
      assertThat(answer.status()).as(what + ": " + answer.text()).isBetween(400, 499);
      assertThat(JsonMapper.shared().readTree(answer.text()).get("type").asString())
          .as(what)
          .isIn(expected.stream().map(ProblemType::uri).toList());
    } catch (IOException broken) {
      throw new AssertionError(what + " got no answer", broken);
    }
    assertThat(stage.registry.seen).as(what).isEmpty();
  }

  private static void awaitWhatWasTakenBack() throws IOException {
    Endpoint any = endpoints().findFirst().orElseThrow();
    Instant end = Instant.now().plusSeconds(10);
    while (Attack.REVOKED_TOKEN.on(any, door).send().status() != 401
        || Attack.REVOKED_CERTIFICATE.on(any, door).send().status() != 401) {
      assertThat(Instant.now()).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
