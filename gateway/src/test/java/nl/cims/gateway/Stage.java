// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// A real gateway on a free port, with a registry and a broker's keys played in this JVM, all three
/// with certificates of one authority.
final class Stage implements AutoCloseable {

  static final String REPORT = "vaccination:report";
  static final int LARGEST_MESSAGE = 64 * 1024;
  static final int LARGEST_FILE = 4 * LARGEST_MESSAGE;
  private static final String LOCAL_PORT = "local.server.port";

  final Path directory = newDirectory();
  final CertificateAuthority authority = CertificateAuthority.in(directory, Clock.systemUTC());
  final Issued party = authority.issue("ggd-utrecht");
  final Tokens tokens = new Tokens();
  final StubRegistry registry = new StubRegistry(authority.tlsAs(authority.issue("registry")));
  final TlsServer keys;
  private final Map<Issued, SSLContext> contexts = new ConcurrentHashMap<>();
  private volatile String revoked = "{\"revoked\":[]}";
  private final ConfigurableApplicationContext gateway;

  private Stage(boolean brokerIsUp, String... settings) {
    String jwks = new JWKSet(tokens.key().toPublicJWK()).toString();
    keys =
        new TlsServer(
            authority.tlsAs(authority.issue("broker")),
            exchange -> {
              boolean asksKeys = exchange.getRequestURI().getPath().endsWith("/jwks");
              StubRegistry.answer(exchange, 200, "application/json", asksKeys ? jwks : revoked);
              exchange.close();
            });
    if (brokerIsUp) {
      keys.start();
    }
    List<String> arguments = new ArrayList<>(List.of(settings));
    arguments.addAll(addresses());
    gateway = new SpringApplication(Gateway.class).run(arguments.toArray(String[]::new));
  }

  static Stage open(String... settings) {
    return new Stage(true, settings);
  }

  static Stage openWhileTheBrokerIsDown(String... settings) {
    return new Stage(false, settings);
  }

  private List<String> addresses() {
    Issued own = authority.issue("gateway");
    return List.of(
        "--server.port=0",
        "--server.address=127.0.0.1",
        "--spring.ssl.bundle.pem.gateway.keystore.certificate=" + own.certificate().toUri(),
        "--spring.ssl.bundle.pem.gateway.keystore.private-key=" + own.privateKey().toUri(),
        "--spring.ssl.bundle.pem.gateway.truststore.certificate=" + authority.certificate().toUri(),
        "--cims.environment=demo",
        "--cims.gateway.registry=" + registry.server.address(),
        "--cims.gateway.issuer=" + Tokens.ISSUER,
        "--cims.gateway.jwks-uri=" + keys.address() + "/oauth2/jwks",
        "--cims.gateway.revoked-tokens.uri=" + keys.address() + "/oauth2/revoked",
        "--cims.gateway.revoked-tokens.interval=50ms",
        "--cims.gateway.revocation.lists=" + authority.revocations(),
        "--cims.gateway.revocation.interval=20ms",
        "--cims.gateway.limits.message-size=" + LARGEST_MESSAGE + "B",
        "--cims.gateway.limits.file-size=" + LARGEST_FILE + "B");
  }

  /// What the broker answers when it is asked which tokens it took back.
  void revokedTokens(String document) {
    revoked = document;
  }

  int port() {
    return Integer.parseInt(
        Objects.requireNonNull(gateway.getEnvironment().getProperty(LOCAL_PORT)));
  }

  <B> B bean(Class<B> type) {
    return gateway.getBean(type);
  }

  /// A request over the party's certificate, without a token.
  Call callAs(Issued client) {
    return new Call(port(), contexts.computeIfAbsent(client, authority::tlsAs));
  }

  /// A request with everything in order.
  Call call() {
    return callAs(party).bearer(tokens.good("ggd-utrecht", REPORT, party.x509()));
  }

  /// A citizen's request by the portal, with everything in order.
  Call citizen(String scope) {
    Issued portal = authority.issue("portal");
    return callAs(portal).bearer(tokens.good("portal", scope, portal.x509()));
  }

  @Override
  public void close() {
    gateway.close();
    keys.close();
    registry.close();
  }

  private static Path newDirectory() {
    try {
      return Files.createTempDirectory("gateway-stage");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
