// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import nl.cims.testkit.certificates.Issued;
import tools.jackson.databind.json.JsonMapper;

/// What a portal does: sends a citizen to the broker and redeems the code that comes back.
public final class Portal {

  /// The pair of RFC 7636, appendix B.
  public static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final RunningBroker broker;
  private final String id;
  private final String redirectUri;

  public Portal(RunningBroker broker, String id, String redirectUri) {
    this.broker = broker;
    this.id = id;
    this.redirectUri = redirectUri;
  }

  /// A right request; tests change what they want to see refused.
  public Map<String, String> request() {
    Map<String, String> request = new HashMap<>();
    request.put("response_type", "code");
    request.put("client_id", id);
    request.put("redirect_uri", redirectUri);
    request.put("scope", "openid dossier:read accesslog:read");
    request.put("state", UUID.randomUUID().toString());
    request.put("nonce", "a-nonce");
    request.put("code_challenge", CHALLENGE);
    request.put("code_challenge_method", "S256");
    return request;
  }

  public URI authorize(Map<String, String> request) {
    return broker.issuer().resolve("/oauth2/authorize?" + Browser.encode(request));
  }

  /// Logs in with a new browser and returns the address at which the portal is answered.
  public URI login(Map<String, String> choice) {
    return login(new Browser(), request(), choice);
  }

  public URI login(Browser browser, Map<String, String> request, Map<String, String> choice) {
    URI digid = Browser.location(browser.get(authorize(request)));
    HttpResponse<String> page = browser.get(digid);
    assertThat(page.statusCode()).isEqualTo(200);
    Map<String, String> form = new HashMap<>(Browser.hidden(page.body()));
    form.put("citizen", RunningBroker.CANARY_BSN);
    form.put("level", "SUBSTANTIEEL");
    form.put("action", "login");
    form.putAll(choice);
    URI callback = Browser.location(browser.post(broker.digid("/authorize"), form));
    URI next = Browser.location(browser.get(callback));
    return next.getPath().equals("/oauth2/authorize") ? Browser.location(browser.get(next)) : next;
  }

  public String code(Map<String, String> choice) {
    return Browser.parameters(login(choice)).get("code");
  }

  public Map<String, String> redemption(String code) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirectUri);
    form.put("client_id", id);
    form.put("code_verifier", VERIFIER);
    return form;
  }

  /// Redeems the code with the portal's own certificate.
  public Map<String, Object> redeem(String code) {
    HttpResponse<String> response = post("/oauth2/token", redemption(code));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return json(response.body());
  }

  public HttpResponse<String> post(String path, Map<String, String> form) {
    return post(broker, certificate(), path, form);
  }

  public Issued certificate() {
    return broker.authority().issue(id);
  }

  public static HttpResponse<String> post(
      RunningBroker broker, Issued certificate, String path, Map<String, String> form) {
    return post(broker.authority().tlsAs(certificate), broker.backChannel(path), form);
  }

  public static HttpResponse<String> post(SSLContext tls, URI address, Map<String, String> form) {
    return send(
        tls,
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(Browser.encode(form)))
            .build());
  }

  public static HttpResponse<String> send(SSLContext tls, HttpRequest request) {
    try (HttpClient http = HttpClient.newBuilder().sslContext(tls).build()) {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> json(String body) {
    return JsonMapper.builder().build().readValue(body, Map.class);
  }
}
