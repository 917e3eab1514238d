// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.cims.broker.support.Browser;
import nl.cims.broker.support.Portal;
import nl.cims.broker.support.RunningBroker;
import nl.cims.vocabulary.AssuranceLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// A login at an identity provider that nobody here wrote: Keycloak in the place of DigiD's broker.
/// Run by `mvn -Pkeycloak verify -pl broker -am`, which fetches it.
@EnabledIfSystemProperty(named = "cims.keycloak", matches = ".+")
class KeycloakIT {

  private static final Pattern FORM = Pattern.compile("<form[^>]+action=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final RunningBroker BROKER = RunningBroker.shared();
  private static final Portal PORTAL = new Portal(BROKER, "portal", RunningBroker.PORTAL_REDIRECT);

  private static Process keycloak;
  private static String realm;

  @BeforeAll
  static void start() throws Exception {
    Path home = Path.of(System.getProperty("cims.keycloak"));
    int port = freePort();
    realm = "http://localhost:" + port + "/realms/digid";
    Path imports = Files.createDirectories(home.resolve("data/import"));
    try (var json = KeycloakIT.class.getResourceAsStream("/keycloak/digid-realm.json")) {
      Files.write(imports.resolve("digid-realm.json"), json.readAllBytes());
    }
    keycloak =
        new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--cache=local",
                "--http-host=localhost",
                "--http-port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("keycloak.log").toFile())
            .start();
    waitUntilItAnswers();
    BROKER.stop();
    BROKER.start(
        "--cims.broker.digid.issuer=" + realm,
        "--cims.broker.digid.authorization-uri=" + endpoint("auth"),
        "--cims.broker.digid.token-uri=" + endpoint("token"),
        "--cims.broker.digid.jwks-uri=" + endpoint("certs"),
        "--cims.broker.digid.end-session-uri=" + endpoint("logout"));
  }

  @AfterAll
  static void stop() {
    keycloak.descendants().forEach(ProcessHandle::destroy);
    keycloak.destroy();
    BROKER.stop();
    BROKER.start();
  }

  @Test
  void logsSomebodyInAsTheSamePersonAsDigidWould() throws Exception {
    Map<String, Object> answer = PORTAL.redeem(logIn(new Browser()));
    SignedJWT token = SignedJWT.parse((String) answer.get("access_token"));
    JWTClaimsSet claims = token.getJWTClaimsSet();

    assertThat(token.verify(new ECDSAVerifier(BROKER.signingKey().toPublicJWK()))).isTrue();
    assertThat(claims.getStringClaim("acr")).isEqualTo(AssuranceLevel.SUBSTANTIEEL.acr());
    assertThat(token.getPayload().toString()).doesNotContain(RunningBroker.CANARY_BSN);
    EncryptedJWT sealed = EncryptedJWT.parse(claims.getStringClaim("bsn_jwe"));
    sealed.decrypt(new ECDHDecrypter(BROKER.registryKey()));
    assertThat(sealed.getJWTClaimsSet().getStringClaim("bsn")).isEqualTo(RunningBroker.CANARY_BSN);
  }

  /// Keycloak keeps a session; `prompt=login` makes it ask again all the same.
  @Test
  void asksAgainWhoIsStillLoggedInThere() {
    Browser browser = new Browser();
    assertThat(logIn(browser)).isNotEmpty();
    HttpResponse<String> again = follow(browser, PORTAL.authorize(PORTAL.request()));
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("password");
  }

  @Test
  void isToldOfALogout() {
    Map<String, Object> answer = PORTAL.redeem(logIn(new Browser()));
    HttpResponse<String> told =
        PORTAL.post(
            "/logout",
            Map.of(
                "id_token_hint",
                (String) answer.get("id_token"),
                "post_logout_redirect_uri",
                RunningBroker.LOGGED_OUT));
    String onwards = (String) Portal.json(told.body()).get("onwards");
    assertThat(onwards).startsWith(endpoint("logout"));
    assertThat(new Browser().get(URI.create(onwards)).statusCode()).isLessThan(400);
  }

  private static String logIn(Browser browser) {
    HttpResponse<String> page = follow(browser, PORTAL.authorize(PORTAL.request()));
    Matcher form = FORM.matcher(page.body());
    assertThat(form.find()).as(page.body()).isTrue();
    URI action = URI.create(form.group(1).replace("&amp;", "&"));
    HttpResponse<String> answer =
        browser.post(action, Map.of("username", "sanne", "password", "for-tests-only"));
    URI next = Browser.location(answer);
    while (!next.toString().startsWith(RunningBroker.PORTAL_REDIRECT)) {
      next = Browser.location(browser.get(next));
    }
    return Browser.parameters(next).get("code");
  }

  private static HttpResponse<String> follow(Browser browser, URI address) {
    HttpResponse<String> answer = browser.get(address);
    while (answer.statusCode() / 100 == 3) {
      answer = browser.get(Browser.location(answer));
    }
    return answer;
  }

  private static String endpoint(String name) {
    return realm + "/protocol/openid-connect/" + name;
  }

  private static void waitUntilItAnswers() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint("certs"))).build();
    Instant end = Instant.now().plus(PATIENCE);
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (Instant.now().isBefore(end) && keycloak.isAlive()) {
        try {
          if (http.send(request, BodyHandlers.discarding()).statusCode() == 200) {
            return;
          }
        } catch (IOException notYet) {
          // It takes from half a minute to several, by how busy the machine is.
        }
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      }
    }
    throw new IllegalStateException("Keycloak did not start; see keycloak.log in its folder");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
