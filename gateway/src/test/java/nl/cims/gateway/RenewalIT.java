// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import nl.cims.gateway.mllp.MllpListener;
import nl.cims.testkit.certificates.Issued;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Certificates are renewed while everything runs: the gateway's own, and a party's.
class RenewalIT {

  private static Stage stage;

  @BeforeAll
  static void open() {
    stage =
        Stage.open(
            "--cims.gateway.mllp.port=0",
            "--cims.gateway.mllp.address=127.0.0.1",
            "--spring.ssl.bundle.watch.file.quiet-period=200ms");
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  @Test
  void itsOwnCertificateIsTakenFromTheFilesAnewAtBothListeners() throws IOException {
    int mllp = stage.bean(MllpListener.class).port();
    Certificate before = stage.authority.issue("gateway").x509();
    assertThat(shownAt(stage.port())).isEqualTo(before);
    assertThat(shownAt(mllp)).isEqualTo(before);

    Instant now = Instant.now();
    Certificate renewed =
        stage
            .authority
            .issue("gateway", now.minusSeconds(60), now.plus(Duration.ofDays(30)))
            .x509();
    Instant end = now.plusSeconds(20);
    while (!renewed.equals(shownAt(stage.port())) || !renewed.equals(shownAt(mllp))) {
      assertThat(Instant.now()).as("the new certificate is shown").isBefore(end);
      stage.call().send().isFromTheRegistry();
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    stage.call().send().isFromTheRegistry();
  }

  @Test
  void aPartyUsesTheOldAndTheNewOneSideBySide() throws IOException {
    Instant now = Instant.now();
    Issued old = stage.party;
    Issued renewed =
        stage.authority.issue(
            "ggd-utrecht-2027", now.minusSeconds(60), now.plus(Duration.ofDays(30)));
    for (Issued each : new Issued[] {old, renewed, old}) {
      stage
          .callAs(each)
          .bearer(stage.tokens.good("ggd-utrecht", Stage.REPORT, each.x509()))
          .send()
          .isFromTheRegistry();
    }
  }

  private static Certificate shownAt(int port) throws IOException {
    // A context of its own, so that no session is resumed, which shows the old one.
    SSLContext tls = stage.authority.tlsAs(stage.party);
    try (SSLSocket socket =
        (SSLSocket) tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0];
    }
  }
}
