// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.gateway.mllp.MllpListener;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages over MLLP: who gets in, how frames are found, what comes back.
class MllpIT {

  private static final String MESSAGE =
      "MSH|^~\\&|HIS|GGD|CIMS|RIVM|2026||VXU^V04|ID7|P|2.5.1\rPID|1\r";
  private static final String ANSWER = "MSH|^~\\&|CIMS\rMSA|AA|ID7\r";
  private static final String FRAME = MllpSender.framed(MESSAGE);
  private static Stage stage;

  @BeforeAll
  static void open() {
    stage =
        Stage.open(
            "--cims.gateway.mllp.port=0",
            "--cims.gateway.mllp.address=127.0.0.1",
            "--cims.gateway.mllp.connections=32",
            "--cims.gateway.mllp.connections-per-client=4",
            "--cims.gateway.mllp.message-size=4KB",
            "--cims.gateway.mllp.patience=700ms",
            "--cims.gateway.mllp.idle=5s");
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @BeforeEach
  void forget() {
    stage.registry.reset();
    stage.registry.behave(MllpIT::acknowledge);
  }

  @Test
  void aMessageIsPassedOnWithTheCertificateAndItsAnswerBroughtBack() throws Exception {
    try (MllpSender sender = sender(stage.party)) {
      assertThat(sender.write(FRAME).answer()).isEqualTo(ANSWER);
    }
    StubRegistry.Seen seen = stage.registry.seen.remove();
    assertThat(seen.method() + " " + seen.target()).isEqualTo("POST /hl7v2/mllp");
    assertThat(seen.body()).isEqualTo(MESSAGE);
    assertThat(seen.headers().getFirst("Content-Type")).isEqualTo("application/hl7-v2");
    assertThat(seen.headers().getFirst("Authorization")).isNull();
    assertThat(seen.peer()).contains("CN=gateway");
    assertThat(certificate(seen)).isEqualTo(stage.party.x509());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 60})
  void aFrameMayComeInPieces(int size) throws IOException {
    try (MllpSender sender = sender(stage.party)) {
      for (int at = 0; at < FRAME.length(); at += size) {
        sender.write(FRAME.substring(at, Math.min(FRAME.length(), at + size)));
      }
      assertThat(sender.answer()).isEqualTo(ANSWER);
    }
    assertThat(stage.registry.seen.remove().body()).isEqualTo(MESSAGE);
  }

  @Test
  void severalFramesMayComeAtOnceAndAreAnsweredInTheirOrder() throws IOException {
    stage.registry.behave(exchange -> respond(exchange, 200, last()));
    try (MllpSender sender = sender(stage.party)) {
      sender.write(
          MllpSender.framed("MSH one") + MllpSender.framed("MSH two") + MllpSender.framed("MSH 3"));
      assertThat(List.of(sender.answer(), sender.answer(), sender.answer()))
          .containsExactly("MSH one", "MSH two", "MSH 3");
    }
  }

  @Test
  void whatStandsBetweenFramesIsSkipped() throws IOException {
    try (MllpSender sender = sender(stage.party)) {
      sender.write("\r\n\r\nGET / HTTP/1.1\r\n" + FRAME + "\r\n\u001c\r garbage \r" + FRAME);
      assertThat(sender.answer()).isEqualTo(ANSWER);
      assertThat(sender.answer()).isEqualTo(ANSWER);
    }
    assertThat(stage.registry.seen).hasSize(2).allMatch(it -> it.body().equals(MESSAGE));
  }

  @Test
  void aFrameMayEndWithoutItsCarriageReturn() throws IOException {
    try (MllpSender sender = sender(stage.party)) {
      sender.write(MllpSender.BEGIN + MESSAGE + "\u001c");
      assertThat(sender.answer()).isEqualTo(ANSWER);
    }
  }

  @Test
  void whoBeginsAgainWithinAFrameIsHeardFromThere() throws IOException {
    try (MllpSender sender = sender(stage.party)) {
      sender.write(MllpSender.BEGIN + "MSH half" + FRAME);
      assertThat(sender.answer()).isEqualTo(ANSWER);
    }
    assertThat(stage.registry.seen).singleElement().matches(it -> it.body().equals(MESSAGE));
  }

  @Test
  void whoStallsWithinAFrameIsSentAwayAndNothingOfItPassesOn() throws IOException {
    try (MllpSender sender = sender(stage.party)) {
      sender.write(MllpSender.BEGIN + "MSH half");
      assertThat(sender.isClosedByTheOtherSide()).isTrue();
    }
    assertThat(stage.registry.seen).isEmpty();
  }

  @Test
  void whoBreaksOffWithinAFrameLeavesNothingBehind() throws IOException {
    try (MllpSender sender = sender(stage.party)) {
      sender.write(MllpSender.BEGIN + MESSAGE);
    }
    try (MllpSender sender = sender(stage.party)) {
      assertThat(sender.write(FRAME).answer()).isEqualTo(ANSWER);
    }
    assertThat(stage.registry.seen).hasSize(1);
  }

  @Test
  void aMessageThatIsTooLargeIsRejectedAndTheNextIsHeard() throws IOException {
    try (MllpSender sender = sender(stage.party)) {
      sender.write(MllpSender.framed(MESSAGE + "NTE|1||" + "x".repeat(5000)) + FRAME);
      assertThat(sender.answer())
          .contains("\rMSA|AR|ID7\r", "TOO_LARGE")
          .startsWith("MSH|^~\\&|CIMS|RIVM|HIS|GGD|");
      assertThat(sender.answer()).isEqualTo(ANSWER);
    }
    assertThat(stage.registry.seen).hasSize(1);
  }

  @Test
  void whoSendsNothingButGarbageIsSentAway() throws IOException {
    try (MllpSender sender = sender(stage.party)) {
      assertThatException()
          .isThrownBy(
              () -> {
                sender.write("x".repeat(70_000));
                sender.answer().charAt(0);
              });
    }
    assertThat(stage.registry.seen).isEmpty();
  }

  @Test
  void whenTheRegistryIsAwayItSaysWhenToComeBack() throws IOException {
    try (MllpSender sender = sender(stage.party)) {
      stage.registry.server.close();
      try {
        assertThat(sender.write(FRAME).answer())
            .contains("\rMSA|AE|ID7\r", "TRY_AGAIN", "in 5 seconds");
      } finally {
        stage.registry.server.start();
      }
      assertThat(sender.write(FRAME).answer()).isEqualTo(ANSWER);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 413, 403})
  void theRegistrysOwnAcknowledgementGoesBackWhateverItsStatus(int status) throws IOException {
    stage.registry.behave(exchange -> respond(exchange, status, "MSH\rMSA|AE|ID7\r"));
    try (MllpSender sender = sender(stage.party)) {
      assertThat(sender.write(FRAME).answer()).isEqualTo("MSH\rMSA|AE|ID7\r");
    }
  }

  @Test
  void anythingElseThanAnAcknowledgementBecomesOne() throws IOException {
    stage.registry.behave(
        exchange -> StubRegistry.answer(exchange, 403, ProblemType.MEDIA_TYPE, "{}"));
    try (MllpSender sender = sender(stage.party)) {
      assertThat(sender.write(FRAME).answer()).contains("\rMSA|AE|ID7\r", "INTERNAL");
      assertThat(sender.write(MllpSender.framed("what?")).answer()).contains("\rMSA|AE|\r");
    }
  }

  @Test
  void nobodyGetsInWithoutACertificateOfOurs() throws IOException {
    CertificateAuthority other =
        CertificateAuthority.in(stage.directory.resolve("other"), Clock.systemUTC());
    Issued expired =
        stage.authority.issue(
            "expired", Instant.now().minusSeconds(7200), Instant.now().minusSeconds(3600));
    for (var tls :
        List.of(
            stage.authority.tlsWithoutCertificate(),
            Wires.trusting(stage.authority, other.issue("ggd-utrecht")),
            stage.authority.tlsAs(expired))) {
      assertThatException()
          .isThrownBy(
              () -> {
                try (MllpSender sender = new MllpSender(port(), tls)) {
                  sender.write(FRAME).answer().charAt(0);
                }
              });
    }
    assertThat(stage.registry.seen).isEmpty();
  }

  @Test
  void oneClientDoesNotTakeAllThePlaces() throws IOException {
    Issued busy = stage.authority.issue("busy");
    List<MllpSender> first = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        MllpSender sender = sender(busy);
        first.add(sender);
        assertThat(sender.write(FRAME).answer()).isEqualTo(ANSWER);
      }
      try (MllpSender fifth = sender(busy);
          MllpSender other = sender(stage.party)) {
        assertThat(fifth.isClosedByTheOtherSide()).isTrue();
        assertThat(other.write(FRAME).answer()).isEqualTo(ANSWER);
      }
    } finally {
      for (MllpSender sender : first) {
        sender.close();
      }
    }
  }

  @Test
  void overHttpsTheAddressForMllpIsNotThereAndNobodyCanNameACertificate() throws IOException {
    stage
        .call()
        .to("POST", "/hl7v2/mllp")
        .body("application/hl7-v2", MESSAGE.getBytes(StandardCharsets.UTF_8))
        .send()
        .isProblem(ProblemType.NOT_FOUND);
    stage
        .call()
        .to("POST", "/hl7v2")
        .header("Client-Cert: :AAAA:")
        .body("application/hl7-v2", MESSAGE.getBytes(StandardCharsets.UTF_8))
        .send();
    assertThat(stage.registry.seen)
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.target()).isEqualTo("/hl7v2");
              assertThat(seen.headers().getFirst("Client-Cert")).isNull();
            });
  }

  private static String last() {
    return List.copyOf(stage.registry.seen).getLast().body();
  }

  private static void acknowledge(HttpExchange exchange) throws IOException {
    respond(exchange, 200, ANSWER);
  }

  private static void respond(HttpExchange exchange, int status, String answer) throws IOException {
    StubRegistry.answer(exchange, status, "application/hl7-v2;charset=UTF-8", answer);
  }

  private static MllpSender sender(Issued client) throws IOException {
    return new MllpSender(port(), stage.authority.tlsAs(client));
  }

  private static int port() {
    return stage.bean(MllpListener.class).port();
  }

  private static X509Certificate certificate(StubRegistry.Seen seen) throws CertificateException {
    String header = seen.headers().getFirst("Client-Cert");
    byte[] der = Base64.getDecoder().decode(header.substring(1, header.length() - 1));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }
}
