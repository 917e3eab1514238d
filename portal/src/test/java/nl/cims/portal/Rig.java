// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The portal as it runs, between a stub broker and a stub gateway.
final class Rig implements AutoCloseable {

  final CertificateAuthority authority;
  final StubBroker broker;
  final StubGateway gateway;
  private final ConfigurableApplicationContext portal;
  private final int port;

  Rig(Path directory, String... settings) throws IOException, JOSEException {
    this.authority = CertificateAuthority.in(directory, Clock.systemUTC());
    Issued own = authority.issue("portal");
    this.broker = new StubBroker(authority);
    this.gateway = new StubGateway(authority);
    this.port = freePort();
    List<String> arguments = new ArrayList<>(List.of(settings));
    arguments.addAll(
        List.of(
            "--server.port=" + port,
            "--server.address=127.0.0.1",
            "--cims.portal.public-address=" + address(),
            "--cims.environment=demo",
            "--cims.portal.gateway=" + gateway.server().address(),
            "--cims.portal.broker.issuer=" + broker.issuer(),
            "--cims.portal.broker.back-channel=" + broker.back().address(),
            "--cims.portal.revocation.lists=" + authority.revocations(),
            "--cims.portal.revocation.interval=20ms",
            "--cims.portal.organisation.contact.mail=vragen@register.example",
            "--cims.portal.organisation.contact.security=mailto:security@register.example",
            "--cims.portal.organisation.contact.phone=030 - 123 45 67",
            "--cims.portal.organisation.contact.letter=Postbus 1, 1234 AB Voorbeeld",
            "--spring.ssl.bundle.pem.portal.keystore.certificate=" + own.certificate().toUri(),
            "--spring.ssl.bundle.pem.portal.keystore.private-key=" + own.privateKey().toUri(),
            "--spring.ssl.bundle.pem.portal.truststore.certificate="
                + authority.certificate().toUri()));
    this.portal = SpringApplication.run(Portal.class, arguments.toArray(String[]::new));
  }

  /// Where browsers reach it.
  URI address() {
    return URI.create("http://localhost:" + port);
  }

  String url(String path) {
    return address() + path;
  }

  WebServerApplicationContext context() {
    return (WebServerApplicationContext) portal;
  }

  private static int freePort() throws IOException {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    portal.close();
    broker.close();
    gateway.close();
  }
}
