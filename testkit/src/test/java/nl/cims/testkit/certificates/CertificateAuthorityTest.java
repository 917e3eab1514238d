// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest {

  @TempDir Path directory;

  @Test
  void namesTheSubjectAsTheBrokerIsTold() {
    assertThat(authority().issue("ggd-utrecht").subject()).isEqualTo("CN=ggd-utrecht,O=CIMS demo");
  }

  @Test
  void handsOutTheSameCertificateAgain() {
    Issued first = authority().issue("portal");
    assertThat(authority().issue("portal").x509()).isEqualTo(first.x509());
  }

  @Test
  void issuesExpiredCertificatesOnDemand() {
    Clock clock = Clock.systemUTC();
    Issued expired =
        authority()
            .issue(
                "late",
                clock.instant().minus(Duration.ofDays(2)),
                clock.instant().minus(Duration.ofDays(1)));
    assertThatExceptionOfType(CertificateExpiredException.class)
        .isThrownBy(() -> expired.x509().checkValidity());
  }

  @Test
  void clientAndServerKnowEachOther() throws IOException {
    CertificateAuthority authority = authority();
    try (SSLServerSocket server = listening(authority);
        SSLSocket client =
            (SSLSocket)
                authority
                    .tlsAs(authority.issue("client"))
                    .getSocketFactory()
                    .createSocket("localhost", server.getLocalPort())) {
      Thread.ofVirtual().start(() -> greet(server));
      assertThat(client.getInputStream().read()).isEqualTo('C');
    }
  }

  @Test
  void whoShowsNoCertificateIsTurnedAway() throws IOException {
    CertificateAuthority authority = authority();
    try (SSLServerSocket server = listening(authority);
        SSLSocket client =
            (SSLSocket)
                authority
                    .tlsWithoutCertificate()
                    .getSocketFactory()
                    .createSocket("localhost", server.getLocalPort());
        InputStream answer = client.getInputStream()) {
      Thread.ofVirtual().start(() -> greet(server));
      assertThatExceptionOfType(SSLException.class).isThrownBy(answer::read);
    }
  }

  private static SSLServerSocket listening(CertificateAuthority authority) throws IOException {
    SSLServerSocket server =
        (SSLServerSocket)
            authority
                .tlsAs(authority.issue("server"))
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
    server.setNeedClientAuth(true);
    return server;
  }

  private static void greet(SSLServerSocket server) {
    try (SSLSocket socket = (SSLSocket) server.accept()) {
      socket.getOutputStream().write(socket.getSession().getPeerPrincipal().getName().charAt(0));
    } catch (IOException turnedAway) {
      assertThat(turnedAway).isInstanceOf(SSLException.class);
    }
  }

  private CertificateAuthority authority() {
    return CertificateAuthority.in(directory, Clock.systemUTC());
  }
}
