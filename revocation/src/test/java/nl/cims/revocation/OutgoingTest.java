// SPDX-License-Identifier: EUPL-1.2
package nl.cims.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;
import nl.cims.testkit.certificates.StubTls;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our own calls: what the lists say of the servers we speak to.
class OutgoingTest {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(6);

  @TempDir private Path directory;

  private Instant now = Instant.now();
  private CertificateAuthority authority;
  private Issued server;
  private RevocationLists lists;

  @BeforeEach
  void issue() throws Exception {
    authority = CertificateAuthority.in(directory, Clock.systemUTC());
    server = authority.issue("server");
    lists =
        RevocationLists.of(
            new RevocationSettings(List.of(authority.revocations()), null, null),
            trustStore(),
            ((InstantSource) () -> now).withZone(ZoneOffset.UTC));
  }

  @Test
  void aServerThatWasRevokedIsRefusedInTheHandshakeAndOnAnOpenConnection() throws Exception {
    try (StubTls stub = new StubTls(authority, "server");
        SSLSocket open = connect(stub)) {
      lists.require(open.getSession());
      authority.revoke(server);
      now = now.plus(LONG_ENOUGH);
      assertThatExceptionOfType(SSLPeerUnverifiedException.class)
          .isThrownBy(() -> lists.require(open.getSession()));
      assertThatExceptionOfType(SSLHandshakeException.class)
          .isThrownBy(() -> connect(stub).close())
          .withMessageContaining("taken back");
    }
  }

  @Test
  void howeverTlsAsksServersAreLookedUpAndClientsLeftToTheDoor() throws Exception {
    X509ExtendedTrustManager trust = trust();
    X509Certificate[] chain = {server.x509()};
    List<ThrowingCallable> servers =
        List.of(
            () -> trust.checkServerTrusted(chain, "UNKNOWN"),
            () -> trust.checkServerTrusted(chain, "UNKNOWN", (Socket) null),
            () -> trust.checkServerTrusted(chain, "UNKNOWN", (SSLEngine) null));
    List<ThrowingCallable> clients =
        List.of(
            () -> trust.checkClientTrusted(chain, "UNKNOWN"),
            () -> trust.checkClientTrusted(chain, "UNKNOWN", (Socket) null),
            () -> trust.checkClientTrusted(chain, "UNKNOWN", (SSLEngine) null));
    servers.forEach(check -> assertThatCode(check).doesNotThrowAnyException());

    authority.revoke(server);
    now = now.plus(LONG_ENOUGH);
    servers.forEach(
        check -> assertThatExceptionOfType(CertificateException.class).isThrownBy(check));
    clients.forEach(check -> assertThatCode(check).doesNotThrowAnyException());
    assertThat(trust.getAcceptedIssuers()).containsExactly(authority.x509());
  }

  @Test
  void aStrangerIsRefusedAsBefore() throws Exception {
    Issued stranger =
        CertificateAuthority.in(directory.resolve("elsewhere"), Clock.systemUTC()).issue("server");
    X509Certificate[] chain = {stranger.x509()};
    X509ExtendedTrustManager trust = trust();
    for (ThrowingCallable check :
        List.<ThrowingCallable>of(
            () -> trust.checkServerTrusted(chain, "UNKNOWN"),
            () -> trust.checkClientTrusted(chain, "UNKNOWN"))) {
      assertThatExceptionOfType(CertificateException.class).isThrownBy(check);
    }
  }

  @Test
  void theEditionGoesUpWithEveryChangeAndOnlyThen() {
    int first = lists.edition();
    now = now.plus(LONG_ENOUGH);
    assertThat(lists.edition()).isEqualTo(first);
    authority.revoke(authority.issue("another"));
    now = now.plus(LONG_ENOUGH);
    assertThat(lists.edition()).isGreaterThan(first);
  }

  private SSLSocket connect(StubTls stub) throws IOException, GeneralSecurityException {
    SSLSocket socket =
        (SSLSocket)
            lists
                .outgoing(new KeyManager[0], authorities())
                .getSocketFactory()
                .createSocket("localhost", stub.address().getPort());
    socket.startHandshake();
    return socket;
  }

  private X509ExtendedTrustManager trust() throws GeneralSecurityException {
    return (X509ExtendedTrustManager) lists.refusingServers(authorities())[0];
  }

  private TrustManager[] authorities() throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    try {
      factory.init(trustStore());
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    return factory.getTrustManagers();
  }

  private KeyStore trustStore() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, new char[0]);
    trusted.setCertificateEntry("authority", authority.x509());
    return trusted;
  }
}
