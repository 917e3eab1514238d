// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import nl.cims.registry.console.StaffBroker;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.postgres.Backup;
import nl.cims.testkit.postgres.Database;
import nl.cims.testkit.postgres.TestPostgres;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The register as it runs: mutual TLS, a real PostgreSQL, tokens of a broker whose keys it
/// fetches. One per JVM.
public final class RegistryProcess {

  private static final DossierReads READS = new DossierReads();
  private static final RegistryProcess INSTANCE = start();

  private final ConfigurableApplicationContext context;
  private final CertificateAuthority authority;
  private final Database database;
  private final ECKey brokerKey;
  private final ECKey bsnKey;
  private final StaffBroker staffBroker;

  private RegistryProcess(
      ConfigurableApplicationContext context,
      CertificateAuthority authority,
      Database database,
      ECKey brokerKey,
      ECKey bsnKey,
      StaffBroker staffBroker) {
    this.context = context;
    this.authority = authority;
    this.database = database;
    this.brokerKey = brokerKey;
    this.bsnKey = bsnKey;
    this.staffBroker = staffBroker;
  }

  /// The running register.
  public static RegistryProcess running() {
    return INSTANCE;
  }

  /// A bean of it.
  public <B> B bean(Class<B> type) {
    return context.getBean(type);
  }

  /// The bean of this name.
  public <B> B bean(String name, Class<B> type) {
    return context.getBean(name, type);
  }

  /// What it reads of dossiers.
  public DossierReads reads() {
    return READS;
  }

  /// The broker at which staff log in.
  public StaffBroker staffBroker() {
    return staffBroker;
  }

  /// An address of the staff's console.
  public URI console(String path) {
    return URI.create(setting("cims.console.public-address") + path);
  }

  /// Tokens as the broker makes them.
  public Tokens tokens() {
    return new Tokens(brokerKey, bsnKey.toPublicJWK());
  }

  /// A client that shows the certificate with this name.
  public HttpClient clientAs(String name) {
    return HttpClient.newBuilder().sslContext(authority.tlsAs(authority.issue(name))).build();
  }

  /// The certificate with this name.
  public X509Certificate certificateOf(String name) {
    return authority.issue(name).x509();
  }

  /// A client that shows no certificate.
  public HttpClient clientWithoutCertificate() {
    return HttpClient.newBuilder().sslContext(authority.tlsWithoutCertificate()).build();
  }

  /// One of its settings.
  public String setting(String name) {
    return context.getEnvironment().getRequiredProperty(name);
  }

  /// The authority that everybody trusts.
  public CertificateAuthority authority() {
    return authority;
  }

  /// Its database.
  public Database database() {
    return database;
  }

  /// The database with the keys of people.
  Database keyring() {
    return new Database(
        setting("cims.keyring.url"),
        setting("cims.keyring.migrate-username"),
        setting("cims.keyring.migrate-password"),
        setting("cims.keyring.username"),
        setting("cims.keyring.password"),
        database.superuser());
  }

  /// All its beans of a type.
  public <B> Collection<B> beans(Class<B> type) {
    return context.getBeansOfType(type).values();
  }

  /// A backup of its database server as it is now, restored beside it.
  public Backup backup() {
    String name = database.url().substring(database.url().lastIndexOf('/') + 1);
    return Backup.of(database.url(), database.superuser(), name);
  }

  /// The database as its owner sees it.
  public JdbcClient owner() {
    return JdbcClient.create(
        new DriverManagerDataSource(
            database.url(), database.migrateUser(), database.migratePassword()));
  }

  /// The database as its superuser sees it.
  public JdbcClient superuser() {
    return JdbcClient.create(new DriverManagerDataSource(database.url(), database.superuser(), ""));
  }

  /// Sends a request as the gateway does.
  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(clientAs("gateway"), request);
  }

  /// Sends a request by this client.
  public HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /// An address of the register.
  public URI address(String path) {
    return URI.create(
        "https://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
  }

  private static RegistryProcess start() {
    try {
      Path home = Files.createTempDirectory("registry");
      CertificateAuthority authority =
          CertificateAuthority.in(home.resolve("ca"), Clock.systemUTC());
      ECKey brokerKey = new ECKeyGenerator(Curve.P_256).keyID("broker-1").generate();
      ECKey bsnKey = new ECKeyGenerator(Curve.P_256).keyID("bsn-1").generate();
      Database database = TestPostgres.fresh("registry");
      Map<String, Object> settings = new HashMap<>(database.properties());
      settings.putAll(files(home, bsnKey));
      settings.putAll(keyring(home, TestPostgres.fresh("keyring")));
      settings.putAll(tls(authority));
      settings.put("cims.environment", "demo");
      // Nobody waits for it at the end.
      settings.put("server.shutdown", "immediate");
      settings.putAll(watching(home));
      settings.putAll(recipients(authority));
      settings.put("cims.access.issuer", Tokens.ISSUER);
      settings.put(
          "cims.access.jwks-uri",
          "https://localhost:" + publish(authority, brokerKey) + "/oauth2/jwks");
      settings.put("cims.access.revocation.lists", authority.revocations().toString());
      settings.put("cims.access.revocation.interval", "20ms");
      settings.put("server.port", "0");
      StaffBroker staffBroker = new StaffBroker(authority);
      settings.putAll(console(authority, staffBroker));
      ConfigurableApplicationContext context =
          new SpringApplicationBuilder(Registry.class)
              .initializers(made -> made.getBeanFactory().addBeanPostProcessor(READS))
              .properties(settings)
              .run();
      return new RegistryProcess(context, authority, database, brokerKey, bsnKey, staffBroker);
    } catch (IOException | JOSEException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Map<String, Object> keyring(Path home, Database database) {
    return Map.of(
        "cims.keyring.url", database.url(),
        "cims.keyring.username", "registry_keyring",
        "cims.keyring.password", database.appPassword(),
        "cims.keyring.migrate-username", database.migrateUser(),
        "cims.keyring.migrate-password", database.migratePassword(),
        "cims.keyring.witness", home.resolve("keyring-witness").toString(),
        "cims.protection.renewal", "100ms");
  }

  private static Map<String, Object> files(Path home, ECKey bsnKey) throws IOException {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    Path parties =
        write(
            home.resolve("parties.json"),
            """
            [{"id":"ggd-utrecht","name":"GGD regio Utrecht","kind":"GGD","ura":"01234567","channels":["FHIR","HL7V2"],
              "certificateSubject":"CN=ggd-utrecht,O=CIMS demo"},
             {"id":"gp-jansen","name":"Huisartsenpraktijk Jansen","kind":"GP","agb":"01012345","channels":["FHIR"],
              "certificateSubject":"CN=gp-jansen,O=CIMS demo"},
             {"id":"gp-gone","name":"Gestopte praktijk","kind":"GP","agb":"01054321","channels":["FHIR","HL7V2"],"active":false,
              "certificateSubject":"CN=gp-gone,O=CIMS demo"},
             {"id":"zorghuis-west","name":"Zorghuis West","kind":"INSTITUTION","ura":"02345678","channels":["CSV"]},
             {"id":"ziekenhuis-oost","name":"Ziekenhuis Oost","kind":"HOSPITAL","ura":"03456789","channels":["CSV"]},
             {"id":"zorghuis-drop","name":"Zorghuis Drop","kind":"INSTITUTION","ura":"04567890","channels":["CSV"]},
             {"id":"opvang-noord","name":"Opvang Noord","kind":"INSTITUTION","ura":"05678901","channels":["FHIR"],
              "programmes":["RVP"],"contact":"post@opvang-noord.example"},
             {"id":"operator","name":"Register","kind":"OPERATOR","channels":[]},
             {"id":"ggd-ghor","name":"GGD GHOR (CoronIT)","kind":"GGD","ura":"01234568","channels":["CORONIT"]}]
            """);
    return Map.of(
        "cims.intake.csv.drop",
            Files.createDirectories(home.resolve("drop").resolve("zorghuis-drop"))
                .getParent()
                .toString(),
        "cims.intake.csv.pause", "50ms",
        "cims.access.parties", parties.toString(),
        "cims.access.bsn-key", write(home.resolve("bsn.jwk"), bsnKey.toJSONString()).toString(),
        "cims.protection.key-encryption-key",
            write(home.resolve("kek"), Base64.getEncoder().encodeToString(key)).toString(),
        "cims.protection.keysets", home.resolve("keysets").toString());
  }

  private static Map<String, Object> recipients(CertificateAuthority authority) {
    String first = "cims.export.recipients[0].";
    return Map.of(
        first + "id",
        "epidemiology",
        first + "name",
        "Epidemiologie",
        first + "certificate",
        authority.issue("epidemiology").certificate().toString());
  }

  private static Map<String, Object> watching(Path home) {
    String witness = "cims.accesslog.witnesses[%d].%s";
    return Map.of(
        witness.formatted(0, "name"),
        "witness.example/one",
        witness.formatted(0, "directory"),
        home.resolve("witness-one").toString(),
        witness.formatted(1, "name"),
        "witness.example/two",
        witness.formatted(1, "directory"),
        home.resolve("witness-two").toString(),
        "cims.accesslog.pause",
        "100ms",
        // Tests are work at every hour.
        "cims.oversight.from",
        "00:00",
        "cims.oversight.until",
        "23:59:59.999999999",
        "cims.oversight.days",
        "MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY");
  }

  private static Path write(Path file, String text) throws IOException {
    return Files.writeString(file, text);
  }

  private static Map<String, Object> console(CertificateAuthority authority, StaffBroker broker)
      throws IOException {
    var own = authority.issue("console");
    String bundle = "spring.ssl.bundle.pem.console.";
    int port = freePort();
    return Map.of(
        bundle + "keystore.certificate",
        "file:" + own.certificate(),
        bundle + "keystore.private-key",
        "file:" + own.privateKey(),
        bundle + "truststore.certificate",
        "file:" + authority.certificate(),
        "cims.console.port",
        Integer.toString(port),
        "cims.console.public-address",
        "https://localhost:" + port,
        "cims.console.broker.issuer",
        broker.issuer().toString(),
        "cims.console.broker.authorization",
        broker.issuer() + "/oauth2/authorize",
        "cims.console.broker.back-channel",
        broker.back().toString(),
        "cims.console.broker.staff",
        broker.issuer() + "/staff/people",
        "cims.console.broker.logout",
        broker.issuer() + "/staff/logout");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static Map<String, Object> tls(CertificateAuthority authority) {
    var own = authority.issue("registry");
    String bundle = "spring.ssl.bundle.pem.registry.";
    return Map.of(
        bundle + "keystore.certificate", "file:" + own.certificate(),
        bundle + "keystore.private-key", "file:" + own.privateKey(),
        bundle + "truststore.certificate", "file:" + authority.certificate());
  }

  private static int publish(CertificateAuthority authority, ECKey key) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(authority.tlsAs(authority.issue("broker"))));
    byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/oauth2/jwks",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
    return server.getAddress().getPort();
  }
}
