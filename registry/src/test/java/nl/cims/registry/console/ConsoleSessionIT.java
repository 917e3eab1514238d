// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.console.StaffBroker.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a session of staff begins, what protects it, and everything that ends it.
class ConsoleSessionIT {

  private static final String LOGOUT = "/logout/connect/back-channel/broker";
  private static final String TYPE = "logout+jwt";

  private final RegistryProcess registry = RegistryProcess.running();
  private final Login login = Login.of("staff-" + UUID.randomUUID(), "registrar");

  @Test
  void asksTheBrokerForAPasskeyWithPkceAndComesBackToWhereOneWantedToGo() {
    registry.staffBroker().next = login;
    Clerk clerk = new Clerk(registry);
    HttpResponse<String> page = clerk.get("/en/quarantine");
    assertThat(page.headers().firstValue("Location").orElseThrow())
        .endsWith("/en?pagina=QUARANTINE");
    assertThat(clerk.walk("/en/log-in?pagina=QUARANTINE").uri().getPath())
        .isEqualTo("/en/quarantine");
    assertThat(registry.staffBroker().authorizations.getLast())
        .containsEntry("client_id", "console")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("acr_values", "phr")
        .containsEntry("ui_locales", "en")
        .containsEntry("scope", "openid%20staff")
        .doesNotContainKey("max_age");
  }

  /// Nobody is led anywhere by an address that he did not type.
  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "//evil.example", "DOSSIER", "LOG_OUT", "STAY"})
  void aLoginLeadsToAPageOfOursAndNowhereElse(String wish) {
    registry.staffBroker().next = login;
    assertThat(new Clerk(registry).walk("/nl/inloggen?pagina=" + wish).uri().getPath())
        .isEqualTo("/nl/werk");
  }

  @Test
  void aNulInAValueIsTheCallersMistake() {
    Clerk clerk = Clerk.loggedIn(registry, login);
    assertThat(clerk.get("/nl/quarantaine?bron=%00").statusCode()).isEqualTo(400);
    assertThat(clerk.get("/nl/quarantaine?bron=nobody").statusCode()).isEqualTo(200);
    HttpResponse<String> found =
        clerk.post("/nl/persoon-zoeken", "bsn", "1\0", "occasion", "RECALL", "reference", "a\0b");
    assertThat(found.statusCode()).isEqualTo(400);
  }

  @Test
  void speaksNoOlderTlsThan13() throws Exception {
    var builder =
        java.net.http.HttpClient.newBuilder()
            .sslContext(registry.authority().tlsWithoutCertificate());
    var request = java.net.http.HttpRequest.newBuilder(registry.console("/nl")).build();
    var old = new javax.net.ssl.SSLParameters(null, new String[] {"TLSv1.2"});
    var current = new javax.net.ssl.SSLParameters(null, new String[] {"TLSv1.3"});
    try (var client = builder.sslParameters(current).build()) {
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    }
    try (var client = builder.sslParameters(old).build()) {
      assertThatExceptionOfType(javax.net.ssl.SSLHandshakeException.class)
          .isThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()));
    }
  }

  @Test
  void theCookieAndTheHeadersAreAsStrictAsTheyCanBe() {
    registry.staffBroker().next = login;
    HttpResponse<String> start = new Clerk(registry).get("/nl/inloggen");
    assertThat(start.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("__Host-console=")
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Domain", "Max-Age");
    Clerk clerk = Clerk.loggedIn(registry, login);
    for (String path : List.of("/nl/werk", "/nl/geheim", "/nl/inzagelog")) {
      HttpResponse<String> answer = clerk.get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
          .as(path)
          .startsWith("default-src 'none';")
          .doesNotContain("unsafe")
          .contains("frame-ancestors 'none'")
          .as("the form to log out leads on to the broker")
          .containsPattern("form-action 'self' http://localhost:\\d+/;");
      assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
      assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
    assertThat(clerk.get("/nl/werk").body()).contains("data-idle=\"900\"");
  }

  @Test
  void aFormOfAnotherSiteOrWithoutItsTokenIsRefused() {
    Clerk clerk = Clerk.loggedIn(registry, login);
    clerk.get("/nl/persoon-zoeken");
    assertThat(clerk.send("POST", "/nl/persoon-zoeken", "bsn=1").statusCode()).isEqualTo(403);
    assertThat(
            clerk.send("POST", "/nl/uitloggen", "x=1", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(clerk.get("/nl/werk").statusCode()).isEqualTo(200);
  }

  @Test
  void logsOutHereAndAtTheBroker() {
    Clerk clerk = Clerk.loggedIn(registry, login);
    clerk.get("/en/work");
    HttpResponse<String> after = clerk.walk(clerk.post("/en/log-out"));
    assertThat(after.uri()).isEqualTo(registry.console("/en/logged-out"));
    assertThat(registry.staffBroker().logouts.getLast().get("id_token_hint"))
        .matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    assertThat(isLoggedIn(clerk)).isFalse();
  }

  @Test
  void endsWhenTheBrokerSaysSo() {
    Clerk one = Clerk.loggedIn(registry, login);
    Clerk other = Clerk.loggedIn(registry, Login.of(login.sub(), "registrar"));
    assertThat(tell(TYPE, Map.of("sid", login.session()))).isEqualTo(200);
    assertThat(isLoggedIn(one)).isFalse();
    assertThat(isLoggedIn(other)).isTrue();
    assertThat(tell(TYPE, Map.of("sub", login.sub()))).isEqualTo(200);
    assertThat(isLoggedIn(other)).isFalse();
  }

  /// Each of these is almost a logout token.
  static Stream<Arguments> almost() {
    return Stream.of(
        Arguments.of("JWT", Map.of()),
        Arguments.of(TYPE, Map.of("iss", "https://evil.example")),
        Arguments.of(TYPE, Map.of("aud", List.of("portal"))),
        Arguments.of(TYPE, Map.of("nonce", "n")),
        Arguments.of(TYPE, Map.of("events", Map.of("something", Map.of()))),
        Arguments.of(TYPE, Map.of("iat", Date.from(Instant.now().minus(Duration.ofHours(1))))),
        Arguments.of(TYPE, Map.of("exp", Date.from(Instant.now().minus(Duration.ofMinutes(5))))));
  }

  @ParameterizedTest
  @MethodSource("almost")
  void staysWhenSomethingElseSaysSo(String type, Map<String, Object> changed) {
    Clerk clerk = Clerk.loggedIn(registry, login);
    Map<String, Object> claims = new java.util.HashMap<>(changed);
    claims.put("sid", login.session());
    assertThat(tell(type, claims)).isEqualTo(400);
    assertThat(isLoggedIn(clerk)).isTrue();
  }

  @Test
  void staysWhenATokenIsNotTheBrokers() {
    Clerk clerk = Clerk.loggedIn(registry, login);
    String token = registry.staffBroker().logoutToken(TYPE, Map.of("sid", login.session()));
    assertThat(tell(token.substring(0, token.length() - 6) + "AAAAAA")).isEqualTo(400);
    assertThat(tell("")).isEqualTo(400);
    assertThat(tell(registry.staffBroker().logoutToken(TYPE, Map.of()))).isEqualTo(400);
    assertThat(isLoggedIn(clerk)).isTrue();
  }

  private int tell(String type, Map<String, Object> claims) {
    return tell(registry.staffBroker().logoutToken(type, claims));
  }

  private int tell(String token) {
    return new Clerk(registry).send("POST", LOGOUT, "logout_token=" + token).statusCode();
  }

  private static boolean isLoggedIn(Clerk clerk) {
    return clerk.get("/nl/werk").statusCode() == 200;
  }
}
