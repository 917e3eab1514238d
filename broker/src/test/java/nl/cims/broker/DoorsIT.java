// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import nl.cims.broker.support.Browser;
import nl.cims.broker.support.Portal;
import nl.cims.broker.support.RunningBroker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What each of the doors serves, and what everybody gets who asks for something else.
class DoorsIT {

  private static RunningBroker broker;

  @BeforeAll
  static void start() {
    broker = RunningBroker.shared();
  }

  @Nested
  class Citizens {

    @Test
    void discoveryNamesWhatThereIsAndNothingElse() throws Exception {
      HttpResponse<String> response = browser("GET", "/.well-known/openid-configuration");
      Map<String, Object> found = Portal.json(response.body());

      assertThat(found)
          .containsEntry("issuer", broker.issuer().toString())
          .containsEntry("authorization_endpoint", broker.issuer() + "/oauth2/authorize")
          .containsEntry("token_endpoint", broker.backChannel("/oauth2/token").toString())
          .containsEntry("revocation_endpoint", broker.backChannel("/oauth2/revoke").toString())
          .containsEntry("jwks_uri", broker.issuer() + "/oauth2/jwks")
          .containsEntry("subject_types_supported", List.of("pairwise", "public"))
          .containsEntry("code_challenge_methods_supported", List.of("S256"))
          .containsEntry(
              "token_endpoint_auth_methods_supported",
              List.of("tls_client_auth", "private_key_jwt"))
          .containsEntry("tls_client_certificate_bound_access_tokens", true)
          .containsEntry("end_session_endpoint", broker.issuer() + "/logout")
          .doesNotContainKeys("userinfo_endpoint", "introspection_endpoint");
    }

    @Test
    void keysArePublicAndHoldNoPrivatePart() throws Exception {
      JWKSet keys = JWKSet.parse(browser("GET", "/oauth2/jwks").body());

      assertThat(keys.getKeys()).hasSize(1);
      assertThat(keys.getKeyByKeyId("signing").isPrivate()).isFalse();
    }

    @Test
    void healthSaysUpAndNoMore() {
      HttpResponse<String> health = browser("GET", "/actuator/health");

      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(Portal.json(health.body())).containsEntry("status", "UP");
      assertThat(health.body()).doesNotContain("components", "details");
    }

    @ParameterizedTest
    @CsvSource({
      "GET, /, 404",
      "GET, /login, 404",
      "POST, /login, 404",
      "GET, /oauth2/token, 404",
      "POST, /oauth2/token, 404",
      "POST, /oauth2/revoke, 404",
      "POST, /oauth2/introspect, 404",
      "GET, /userinfo, 404",
      "POST, /connect/logout, 404",
      "POST, /connect/register, 404",
      "GET, /oauth2/authorization/digid, 404",
      "GET, /.well-known/oauth-authorization-server, 404",
      "GET, /actuator, 404",
      "GET, /actuator/env, 404",
      "GET, /error, 404",
      "GET, /application.yaml, 404",
      "GET, /assets/none.css, 404",
      "GET, /assets/../application.yaml, 400",
      "POST, /oauth2/authorize, 405",
      "POST, /logout, 400",
      "GET, /oauth2/revoked, 404",
      "GET, /staff/login, 404",
      "POST, /staff/login, 404",
      "GET, /staff/people, 404",
      "DELETE, /oauth2/authorize, 405",
      "PUT, /actuator/health, 405",
      "TRACE, /oauth2/authorize, 405"
    })
    void restGetsAPageOfOurs(String method, String path, int status) {
      HttpResponse<String> page = browser(method, path);

      assertThat(page.statusCode()).isEqualTo(status);
      assertThat(page.headers().firstValue("Content-Type").orElseThrow())
          .isEqualTo("text/html;charset=UTF-8");
      assertThat(page.body())
          .contains("<html lang=\"nl\">", "<section lang=\"en\">", "RIVMToegang")
          .doesNotContain("Whitelabel", "Exception", "Tomcat", "at org.");
      if (status == 405) {
        assertThat(page.headers().firstValue("Allow").orElseThrow()).contains("GET", "HEAD");
      }
    }

    @Test
    void pageSpeaksTheBrowsersLanguageFirst() {
      HttpResponse<String> page =
          send(request("GET", "/none").header("Accept-Language", "en-GB,en;q=0.8").build());

      assertThat(page.body()).contains("<html lang=\"en\">", "<section lang=\"nl\">");
    }

    @Test
    void pageIsStyledFromHereOnly() {
      HttpResponse<String> page = browser("GET", "/none");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'none'")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(page.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=63072000 ; includeSubDomains");
      assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
      assertThat(page.headers().firstValue("Server")).isEmpty();

      Matcher style = Pattern.compile("href=\"(/assets/[^\"]+\\.css)\"").matcher(page.body());
      assertThat(style.find()).isTrue();
      HttpResponse<String> css = browser("GET", style.group(1));
      assertThat(css.statusCode()).isEqualTo(200);
      assertThat(css.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=3");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"GET /%% HTTP/1.1\r\nHost: localhost", "GET /<a> HTTP/1.1\r\nHost: a b"})
    void unreadableRequestGetsAPageOfOursToo(String head) throws IOException {
      try (Socket socket = new Socket("127.0.0.1", broker.issuer().getPort())) {
        socket
            .getOutputStream()
            .write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("RIVMToegang");
        assertThat(answer).doesNotContain("Tomcat", "HTTP Status", "Exception");
      }
    }
  }

  /// What is served to staff, `StaffDoorsIT` says.
  @Nested
  class Staff {

    @ParameterizedTest
    @CsvSource({
      "GET, /login/oauth2/code/digid, 404",
      "POST, /logout, 404",
      "GET, /logout/digid, 404",
      "POST, /oauth2/token, 404",
      "GET, /oauth2/revoked, 404",
      "GET, /oauth2/jwks, 404",
      "GET, /.well-known/openid-configuration, 404",
      "GET, /oauth2/authorize, 400",
      "GET, /actuator/health, 200"
    })
    void restIsNotThere(String method, String path, int status) {
      HttpRequest request =
          HttpRequest.newBuilder(broker.staff(path))
              .method(method, BodyPublishers.noBody())
              .build();

      assertThat(send(request).statusCode()).isEqualTo(status);
    }

    @Test
    void consolesAskHereAndPortalsDoNot() {
      Portal portal = new Portal(broker, "portal", RunningBroker.PORTAL_REDIRECT);
      Portal console = new Portal(broker, "console", RunningBroker.CONSOLE_REDIRECT);
      Map<String, String> staff = new HashMap<>(console.request());
      staff.put("scope", "openid staff");

      assertThat(asks(broker.staff("/"), staff)).isEqualTo(302);
      assertThat(asks(broker.issuer(), staff)).isEqualTo(400);
      assertThat(asks(broker.issuer(), portal.request())).isEqualTo(302);
      assertThat(asks(broker.staff("/"), portal.request())).isEqualTo(400);
    }

    private static int asks(URI door, Map<String, String> request) {
      URI address = door.resolve("/oauth2/authorize?" + Browser.encode(request));
      return send(HttpRequest.newBuilder(address).build()).statusCode();
    }
  }

  @Nested
  class Machines {

    private final SSLContext own =
        broker.authority().tlsAs(broker.authority().issue("ggd-utrecht"));

    @ParameterizedTest
    @CsvSource({
      "GET, /oauth2/authorize, 404, not-found",
      "GET, /actuator/health, 404, not-found",
      "GET, /.well-known/openid-configuration, 404, not-found",
      "GET, /login/oauth2/code/digid, 404, not-found",
      "GET, /, 404, not-found",
      "GET, /oauth2/token, 405, method-not-allowed",
      "PUT, /oauth2/revoke, 405, method-not-allowed"
    })
    void restGetsAProblem(String method, String path, int status, String type) {
      HttpResponse<String> response =
          Portal.send(
              own,
              HttpRequest.newBuilder(broker.backChannel(path))
                  .method(method, BodyPublishers.noBody())
                  .build());

      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(response.headers().firstValue("Content-Type"))
          .contains("application/problem+json");
      assertThat(Portal.json(response.body()))
          .containsEntry("type", "urn:cims:problem:" + type)
          .containsEntry("status", status)
          .containsOnlyKeys("type", "title", "status", "detail");
    }

    @Test
    void keysAreThereForWhoHasACertificate() throws Exception {
      HttpResponse<String> keys =
          Portal.send(own, HttpRequest.newBuilder(broker.backChannel("/oauth2/jwks")).build());
      assertThat(JWKSet.parse(keys.body()).getKeys()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/oauth2/revoke"})
    void withoutCertificateIsToldThatItNeedsOne(String path) {
      HttpResponse<String> response =
          Portal.post(
              broker.authority().tlsWithoutCertificate(),
              broker.backChannel(path),
              Map.of("grant_type", "client_credentials", "client_id", "ggd-utrecht"));

      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(Portal.json(response.body()))
          .containsEntry("type", "urn:cims:problem:certificate-required");
    }

    @Test
    void plainTextIsNotSpokenHere() throws IOException, InterruptedException {
      URI plain = URI.create("http://localhost:" + broker.backChannel("/").getPort() + "/");
      try (HttpClient http = HttpClient.newHttpClient()) {
        HttpResponse<String> response =
            http.send(HttpRequest.newBuilder(plain).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).doesNotContain("Tomcat", "Exception");
      }
    }

    @Test
    void unknownGrantKeepsTheErrorOfRfc6749() {
      HttpResponse<String> response =
          Portal.post(
              own,
              broker.backChannel("/oauth2/token"),
              Map.of("grant_type", "password", "client_id", "ggd-utrecht"));

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(Portal.json(response.body())).containsEntry("error", "unsupported_grant_type");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/oauth2/authorize?client_id=%00", "/logout/digid?state=a%00b"})
  void aNulInAParameterIsTheCallersMistake(String path) {
    HttpResponse<String> response = browser("GET", path);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(browser("GET", path.replace("%00", "")).statusCode()).isLessThan(500);
  }

  private static HttpRequest.Builder request(String method, String path) {
    return HttpRequest.newBuilder(broker.issuer().resolve(path))
        .method(method, BodyPublishers.noBody());
  }

  private static HttpResponse<String> browser(String method, String path) {
    return send(request(method, path).build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
