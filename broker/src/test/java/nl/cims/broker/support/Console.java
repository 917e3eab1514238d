// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import nl.cims.testkit.certificates.Issued;

/// What a console does: sends staff to the broker, redeems their codes, and listens for logouts at
/// an address that asks for the broker's certificate.
public final class Console implements AutoCloseable {

  private final RunningBroker broker;
  private final Portal protocol;
  private final HttpsServer server;
  private final BlockingQueue<SignedJWT> heard = new LinkedBlockingQueue<>();

  public Console(RunningBroker broker) {
    this(broker, broker.authority().issue("localhost"));
  }

  /// One that shows another certificate to the broker when it calls.
  public Console(RunningBroker broker, Issued certificate) {
    this.broker = broker;
    this.protocol = new Portal(broker, "console", RunningBroker.CONSOLE_REDIRECT);
    try {
      this.server =
          HttpsServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), broker.farewellPort()), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.setHttpsConfigurator(
        new HttpsConfigurator(broker.authority().tlsAs(certificate)) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters wanted = getSSLContext().getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            parameters.setSSLParameters(wanted);
          }
        });
    server.createContext(
        "/logout",
        exchange -> {
          String form =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          heard.add(read(form.substring("logout_token=".length())));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  /// A request; tests add `max_age` or `prompt`.
  public Map<String, String> request() {
    Map<String, String> request = new HashMap<>(protocol.request());
    request.put("scope", "openid staff");
    return request;
  }

  public URI authorize(Map<String, String> request) {
    return broker.staff("/oauth2/authorize?" + Browser.encode(request));
  }

  /// Where the browser ends up: at the console, or at the broker's login.
  public URI ask(Employee employee, Map<String, String> request) {
    return Browser.location(employee.browser.get(authorize(request)));
  }

  /// Logs in for the request with his first passkey; the address at which the console is answered.
  public URI login(Employee employee, Map<String, String> request) {
    URI page = ask(employee, request);
    assertThat(page.getPath()).isEqualTo("/staff/login");
    HttpResponse<String> done =
        employee.login(
            URI.create(page.getRawPath() + "?" + page.getRawQuery()), employee.passkeys.getFirst());
    return Browser.location(employee.browser.get(Browser.location(done)));
  }

  /// The verified claims of the ID token, and under `access` the access token.
  public Map<String, Object> redeem(URI answered) {
    String code = Browser.parameters(answered).get("code");
    assertThat(code).as("a code in %s", answered).isNotNull();
    Map<String, Object> tokens = protocol.redeem(code);
    Map<String, Object> claims = new HashMap<>(claims(read((String) tokens.get("id_token"))));
    claims.put("access", claims(read((String) tokens.get("access_token"))));
    claims.put("token", tokens.get("id_token"));
    return claims;
  }

  public HttpResponse<String> post(String code) {
    return protocol.post("/oauth2/token", protocol.redemption(code));
  }

  /// The next logout token, which came with the broker's certificate, that says this. What is told
  /// of others, tests before this one among them, is passed over.
  public SignedJWT hears(String claim, Object value) throws InterruptedException {
    while (true) {
      SignedJWT token = heard.poll(60, TimeUnit.SECONDS);
      assertThat(token).as("a logout token of %s %s", claim, value).isNotNull();
      if (value.equals(claims(token).get(claim))) {
        return token;
      }
    }
  }

  /// Whether a logout token has come that nobody looked at.
  public boolean heardAnything() {
    return !heard.isEmpty();
  }

  public static Map<String, Object> claims(SignedJWT token) {
    try {
      return token.getJWTClaimsSet().getClaims();
    } catch (java.text.ParseException malformed) {
      throw new IllegalStateException(malformed);
    }
  }

  private SignedJWT read(String token) {
    try {
      SignedJWT read = SignedJWT.parse(URLDecoder.decode(token, StandardCharsets.UTF_8));
      assertThat(read.verify(new ECDSAVerifier(broker.signingKey().toPublicJWK().toECKey())))
          .isTrue();
      return read;
    } catch (java.text.ParseException | com.nimbusds.jose.JOSEException wrong) {
      throw new IllegalStateException(wrong);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
