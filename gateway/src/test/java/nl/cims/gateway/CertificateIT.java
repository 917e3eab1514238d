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
import nl.cims.contracts.problem.ProblemType;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateIT {

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage = Stage.open();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  /// The negative control of every refusal below.
  @BeforeEach
  void aGoodCertificatePasses() throws IOException {
    stage.registry.reset();
    stage.call().send().isFromTheRegistry();
    stage.registry.seen.clear();
  }

  @Test
  void refusesWhoShowsNoCertificate() throws IOException {
    String good = stage.tokens.good("ggd-utrecht", Stage.REPORT, stage.party.x509());
    Answer answer = anonymous().bearer(good).send().isProblem(ProblemType.CERTIFICATE_REQUIRED);
    assertThat(answer.header("www-authenticate")).startsWith("Bearer");
    assertThat(stage.registry.seen).isEmpty();
  }

  @Test
  void believesNoHeaderThatSpeaksOfACertificate() throws IOException {
    String good = stage.tokens.good("ggd-utrecht", Stage.REPORT, stage.party.x509());
    anonymous()
        .bearer(good)
        .header("Client-Cert: :MIIB:")
        .header("X-SSL-Client-S-DN: CN=ggd-utrecht,O=CIMS demo")
        .header("X-Forwarded-Client-Cert: Subject=\"CN=ggd-utrecht\"")
        .send()
        .isProblem(ProblemType.CERTIFICATE_REQUIRED);
  }

  @Test
  void endsTheHandshakeWithACertificateOfAnotherAuthority(@TempDir Path elsewhere) {
    CertificateAuthority other = CertificateAuthority.in(elsewhere, Clock.systemUTC());
    Issued sameName = other.issue("ggd-utrecht");
    String bound = stage.tokens.good("ggd-utrecht", Stage.REPORT, sameName.x509());
    Call call = new Call(stage.port(), Wires.trusting(stage.authority, sameName));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> call.bearer(bound).send());
    assertThat(stage.registry.seen).isEmpty();
  }

  @Test
  void endsTheHandshakeWithAnExpiredCertificate() {
    Instant now = Instant.now();
    Issued expired =
        stage.authority.issue("late", now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
    String bound = stage.tokens.good("late", Stage.REPORT, expired.x509());
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> stage.callAs(expired).bearer(bound).send());
    assertThat(stage.registry.seen).isEmpty();
  }

  @Test
  void hasNoListenerForPlainHttp() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), stage.port())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              "GET /fhir/metadata HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).doesNotContain("200", StubRegistry.GREETING, "<html", "Exception");
    }
    assertThat(stage.registry.seen).isEmpty();
  }

  @Test
  void tellsItsHealthOverMutualTlsWithoutAToken() throws IOException {
    Answer health = stage.callAs(stage.party).to("GET", "/actuator/health").send();
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.text()).isEqualTo("{\"status\":\"UP\"}");
    anonymous().to("GET", "/actuator/health").send().isProblem(ProblemType.CERTIFICATE_REQUIRED);
    stage
        .callAs(stage.party)
        .to("POST", "/actuator/health")
        .send()
        .isProblem(ProblemType.METHOD_NOT_ALLOWED);
  }

  private static Call anonymous() {
    return new Call(stage.port(), stage.authority.tlsWithoutCertificate());
  }
}
