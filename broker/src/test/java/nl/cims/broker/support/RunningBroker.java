// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.cims.broker.Broker;
import nl.cims.simulators.digid.DigidSimulator;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;
import nl.cims.testkit.postgres.Database;
import nl.cims.testkit.postgres.TestPostgres;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A broker with a real database, real certificates and a played DigiD, on free ports. One for all
/// tests of the JVM, because it takes a while to start.
public final class RunningBroker {

  public static final String PORTAL_REDIRECT = "http://localhost:8080/login/oauth2/code/broker";
  public static final String OTHER_REDIRECT = "http://other.test/back";
  public static final String LOGGED_OUT = "http://localhost:8080/en/logged-out";
  public static final int EAR = freePort();
  public static final String CANARY_BSN = "999990019";

  /// The key of the client `with-key`.
  public static final ECKey CLIENT_KEY = newKey();

  public static final String CONSOLE_REDIRECT = "http://localhost:8090/login/oauth2/code/broker";
  public static final String CONSOLE_HOME = "http://localhost:8090/";

  private static final String HEARD = "http://localhost:" + EAR + "/heard";
  private static final String CLIENTS =
      """
      [{"id":"portal","kind":"PORTAL","certificateSubject":"CN=portal,O=CIMS demo",
        "redirectUris":["%s"],"postLogoutRedirectUris":["%s"],"backchannelLogoutUri":"%s"},
       {"id":"other-portal","kind":"PORTAL","certificateSubject":"CN=other-portal,O=CIMS demo",
        "redirectUris":["%s"]},
       {"id":"console","kind":"CONSOLE","certificateSubject":"CN=console,O=CIMS demo",
         "redirectUris":["%s"],"postLogoutRedirectUris":["%s"],
         "backchannelLogoutUri":"https://localhost:%d/logout"},
       {"id":"ggd-utrecht","kind":"PARTY","certificateSubject":"CN=ggd-utrecht,O=CIMS demo"},
       {"id":"renewing","kind":"PARTY","certificateSubject":"CN=renewing,O=CIMS demo",
        "nextCertificateSubject":"CN=renewing-2027,O=CIMS demo"},
       {"id":"with-key","kind":"PARTY","certificateSubject":"CN=with-key,O=CIMS demo",
        "keys":{"keys":[%s]}}]
      """;

  private static final String PEOPLE =
      """
      [{"bsn":"%s","name":"Sanne de Vries","birthDate":"1985-12-01",
        "note":{"nl":"Twee prikken","en":"Two doses"}}]
      """
          .formatted(CANARY_BSN);

  private final int port = freePort();
  private final int digidPort = freePort();
  private final int backChannelPort = freePort();
  private final int staffPort = freePort();
  private final int farewellPort = freePort();
  private final Path directory;
  private final CertificateAuthority authority;
  private final ECKey signingKey;
  private final ECKey registryKey;
  private final Database database = TestPostgres.fresh("broker");
  private ConfigurableApplicationContext digid;
  private ConfigurableApplicationContext broker;

  private RunningBroker() {
    try {
      this.directory = Files.createTempDirectory("broker");
      this.authority = CertificateAuthority.in(directory.resolve("ca"), Clock.systemUTC());
      this.signingKey = new ECKeyGenerator(Curve.P_256).keyID("signing").generate();
      this.registryKey = new ECKeyGenerator(Curve.P_256).keyID("registry").generate();
      put("signing.jwk", signingKey.toJSONString());
      put("registry.jwk", registryKey.toPublicJWK().toJSONString());
      put("pairwise.key", Base64.getEncoder().encodeToString(new byte[32]));
      put(
          "clients.json",
          CLIENTS.formatted(
              PORTAL_REDIRECT,
              LOGGED_OUT,
              HEARD,
              OTHER_REDIRECT,
              CONSOLE_REDIRECT,
              CONSOLE_HOME,
              farewellPort,
              CLIENT_KEY.toPublicJWK()));
      put("people.json", PEOPLE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
    startDigid();
    start();
  }

  /// The one of this JVM, started at first use.
  public static RunningBroker shared() {
    return Shared.INSTANCE;
  }

  public void start(String... more) {
    Issued own = authority.issue("broker");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.ssl.bundle.pem.broker.keystore.certificate=" + own.certificate().toUri(),
                "--spring.ssl.bundle.pem.broker.keystore.private-key=" + own.privateKey().toUri(),
                "--spring.ssl.bundle.pem.broker.truststore.certificate="
                    + authority.certificate().toUri(),
                "--cims.environment=demo",
                "--cims.broker.issuer=" + issuer(),
                "--cims.broker.signing-key=" + directory.resolve("signing.jwk"),
                "--cims.broker.pairwise-key=" + directory.resolve("pairwise.key"),
                "--cims.broker.registry-key=" + directory.resolve("registry.jwk"),
                "--cims.broker.clients=" + directory.resolve("clients.json"),
                "--cims.broker.revocation.lists=" + authority.revocations(),
                "--cims.broker.revocation.interval=20ms",
                "--cims.broker.back-channel.port=" + backChannelPort,
                "--cims.broker.back-channel.address=127.0.0.1",
                "--cims.broker.staff.port=" + staffPort,
                "--cims.broker.staff.address=127.0.0.1",
                "--cims.broker.staff.public-address=" + staff(""),
                "--cims.broker.digid.issuer=" + digid(""),
                "--cims.broker.digid.authorization-uri=" + digid("/authorize"),
                "--cims.broker.digid.token-uri=" + digid("/token"),
                "--cims.broker.digid.jwks-uri=" + digid("/jwks"),
                "--cims.broker.digid.end-session-uri=" + digid("/logout"),
                "--cims.broker.digid.client-id=cims",
                "--cims.broker.digid.client-secret=for-tests-only"));
    database.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
    override(arguments, more);
    broker = new SpringApplicationBuilder(Broker.class).run(arguments.toArray(String[]::new));
  }

  public void stop() {
    broker.close();
  }

  public void startDigid(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--server.port=" + digidPort,
                "--server.address=127.0.0.1",
                "--cims.digid.issuer=" + digid(""),
                "--cims.digid.people=" + directory.resolve("people.json"),
                "--cims.digid.client-id=cims",
                "--cims.digid.client-secret=for-tests-only",
                "--cims.digid.redirect-uri=" + issuer() + "/login/oauth2/code/digid",
                "--cims.digid.backchannel-logout-uri=" + issuer() + "/logout/digid/back-channel"));
    override(arguments, more);
    digid = DigidSimulator.start(arguments.toArray(String[]::new));
  }

  public void stopDigid() {
    digid.close();
  }

  public URI issuer() {
    return URI.create("http://localhost:" + port);
  }

  public URI backChannel(String path) {
    return URI.create("https://localhost:" + backChannelPort + path);
  }

  /// The door of staff.
  public URI staff(String path) {
    return URI.create("http://localhost:" + staffPort + path);
  }

  public URI digid(String path) {
    return URI.create("http://localhost:" + digidPort + path);
  }

  /// Where the console hears of logouts.
  public int farewellPort() {
    return farewellPort;
  }

  public ECKey signingKey() {
    return signingKey;
  }

  public ECKey registryKey() {
    return registryKey;
  }

  public CertificateAuthority authority() {
    return authority;
  }

  public Database database() {
    return database;
  }

  public ConfigurableApplicationContext context() {
    return broker;
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("with-key-1").generate();
    } catch (JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// Puts a file where the broker's settings can name it.
  public Path put(String name, String content) {
    try {
      return Files.writeString(directory.resolve(name), content);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A setting that is given twice would become a list of both.
  private static void override(List<String> arguments, String... more) {
    for (String setting : more) {
      String name = setting.substring(0, setting.indexOf('=') + 1);
      arguments.removeIf(earlier -> earlier.startsWith(name));
      arguments.add(setting);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static final class Shared {
    static final RunningBroker INSTANCE = new RunningBroker();
  }
}
