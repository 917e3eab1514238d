// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.cims.broker.support.Browser;
import nl.cims.broker.support.Portal;
import nl.cims.broker.support.RunningBroker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A logout reaches every party: portal, broker, DigiD and, by the list of revoked tokens, the
/// gateway; whoever it begins with.
class LogoutIT {

  private static final BlockingQueue<String> HEARD = new LinkedBlockingQueue<>();

  private static RunningBroker broker;
  private static Portal portal;
  private static HttpServer ear;

  /// What the portal holds of a login.
  private record Login(String accessToken, String idToken) {

    String name() throws ParseException {
      return SignedJWT.parse(accessToken).getJWTClaimsSet().getJWTID();
    }
  }

  @BeforeAll
  static void start() throws Exception {
    broker = RunningBroker.shared();
    portal = new Portal(broker, "portal", RunningBroker.PORTAL_REDIRECT);
    ear = HttpServer.create(new InetSocketAddress("localhost", RunningBroker.EAR), 0);
    ear.createContext(
        "/heard",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          HEARD.add(URLDecoder.decode(body.split("=", 2)[1], StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    ear.start();
  }

  @AfterAll
  static void stop() {
    ear.stop(0);
  }

  @Test
  void goesFromThePortalThroughUsToDigidAndBack() throws Exception {
    Login login = login();
    HttpResponse<String> page = leave(login.idToken(), RunningBroker.LOGGED_OUT);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("DigiD").doesNotContain(RunningBroker.CANARY_BSN);
    URI digid = URI.create(page.headers().firstValue("Refresh").orElseThrow().substring(6));
    assertThat(digid.toString()).startsWith(broker.digid("/logout").toString());
    assertThat(Browser.parameters(digid))
        .containsOnlyKeys("client_id", "logout_hint", "post_logout_redirect_uri", "state");
    Browser browser = new Browser();
    URI back = Browser.location(browser.get(digid));
    assertThat(back.getPath()).isEqualTo("/logout/digid");
    assertThat(Browser.location(browser.get(back)).toString()).isEqualTo(RunningBroker.LOGGED_OUT);

    assertThat(browser.get(broker.digid("/ended")).body())
        .contains(Browser.parameters(digid).get("logout_hint"));
    assertThat(revoked()).contains(login.name());
  }

  /// The portal asks for itself, so that the ID token never passes the citizen's browser.
  @Test
  void answersAPortalWhereItsCitizenGoesNext() throws Exception {
    Login login = login();
    Map<String, String> form =
        Map.of(
            "id_token_hint", login.idToken(), "post_logout_redirect_uri", RunningBroker.LOGGED_OUT);
    HttpResponse<String> answer = portal.post("/logout", form);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat((String) Portal.json(answer.body()).get("onwards"))
        .startsWith(broker.digid("/logout").toString());
    assertThat(revoked()).contains(login.name());
    assertThat(portal.post("/logout", Map.of("id_token_hint", "x")).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.test/", "", "http://localhost:8080/en/logged-out/x"})
  void sendsNobodyToAnAddressThatIsNotRegistered(String next) throws Exception {
    Login login = login();
    HttpResponse<String> page = leave(login.idToken(), next);
    URI digid = URI.create(page.headers().firstValue("Refresh").orElseThrow().substring(6));
    HttpResponse<String> end = new Browser().get(Browser.location(new Browser().get(digid)));

    assertThat(end.statusCode()).isEqualTo(200);
    assertThat(end.headers().firstValue("Location")).isEmpty();
    assertThat(revoked()).as("the logout itself is done").contains(login.name());
  }

  @Test
  void leadsBackOnlyToAnAddressOfThatClientWhateverTheStateSays() {
    for (String state :
        List.of("portal http://evil.test/", "unheard-of http://evil.test/", "", "portal ")) {
      URI back = broker.issuer().resolve("/logout/digid?" + Browser.encode(Map.of("state", state)));
      assertThat(new Browser().get(back).headers().firstValue("Location")).isEmpty();
    }
  }

  @Test
  void endsNothingWithoutTheIdTokenOfTheLoginOrByGet() throws Exception {
    Login login = login();
    String[] parts = login.idToken().split("\\.");
    String unsigned = parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length());

    assertThat(leave(unsigned, RunningBroker.LOGGED_OUT).statusCode()).isEqualTo(400);
    assertThat(leave(login.accessToken(), RunningBroker.LOGGED_OUT).statusCode()).isEqualTo(400);
    assertThat(leave("nonsense", RunningBroker.LOGGED_OUT).statusCode()).isEqualTo(400);
    URI get =
        broker
            .issuer()
            .resolve("/logout?" + Browser.encode(Map.of("id_token_hint", login.idToken())));
    assertThat(new Browser().get(get).statusCode()).isEqualTo(405);
    assertThat(revoked()).doesNotContain(login.name());
  }

  @Test
  void comesFromDigidAndIsToldToThePortal() throws Exception {
    HEARD.clear();
    Login login = login();
    String session = sessionAtDigid(login);
    new Browser().post(broker.digid("/end-elsewhere"), Map.of("sid", session));

    String news = HEARD.poll(60, TimeUnit.SECONDS);
    assertThat(news).as("the portal hears of it").isNotNull();
    SignedJWT token = SignedJWT.parse(news);
    JWTClaimsSet claims = token.getJWTClaimsSet();
    assertThat(token.verify(new ECDSAVerifier(broker.signingKey().toPublicJWK()))).isTrue();
    assertThat(token.getHeader().getType().getType()).isEqualTo("logout+jwt");
    assertThat(claims.getAudience()).containsExactly("portal");
    assertThat(claims.getStringClaim("sid")).isEqualTo(login.name());
    assertThat(claims.getJSONObjectClaim("events"))
        .containsKey("http://schemas.openid.net/event/backchannel-logout");
    assertThat(claims.getClaims()).doesNotContainKey("nonce");
    assertThat(revoked()).contains(login.name());
  }

  @Test
  void heedsOnlyALogoutTokenOfDigidItself() throws Exception {
    Login login = login();
    URI door = broker.issuer().resolve("/logout/digid/back-channel");
    String ours = login.idToken();
    for (String token : List.of("", "nonsense", ours)) {
      HttpResponse<String> answer = new Browser().post(door, Map.of("logout_token", token));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("invalid_request");
    }
    assertThat(new Browser().get(door).statusCode()).isEqualTo(405);
    assertThat(revoked()).doesNotContain(login.name());
  }

  /// Signicat tells by the back channel, so that its settings leave the browser's way shut.
  @Test
  void hearsNothingThroughTheBrowserUnlessDigidHasNoOtherWay() throws Exception {
    Login login = login();
    Map<String, String> told =
        Map.of("iss", broker.digid("").toString(), "sid", sessionAtDigid(login));
    URI door = broker.issuer().resolve("/logout/digid/front-channel?" + Browser.encode(told));

    assertThat(new Browser().get(door).statusCode()).isEqualTo(204);
    assertThat(revoked()).doesNotContain(login.name());
  }

  @Test
  void tellsTheGatewayAndNobodyElseWhatIsRevoked() throws Exception {
    Login stays = login();
    Login goes = login();
    portal.post("/oauth2/revoke", Map.of("token", goes.accessToken(), "client_id", "portal"));

    HttpResponse<String> list = asGateway(Map.of());
    assertThat(list.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(list.body()).contains(goes.name()).doesNotContain(stays.name());
    long expires =
        SignedJWT.parse(goes.accessToken()).getJWTClaimsSet().getExpirationTime().getTime() / 1000;
    assertThat(list.body()).contains("{\"jti\":\"%s\",\"exp\":%d}".formatted(goes.name(), expires));

    String tag = list.headers().firstValue("ETag").orElseThrow();
    assertThat(asGateway(Map.of("If-None-Match", tag)).statusCode()).isEqualTo(304);
    portal.post("/oauth2/revoke", Map.of("token", stays.accessToken(), "client_id", "portal"));
    assertThat(asGateway(Map.of("If-None-Match", tag)).statusCode()).isEqualTo(200);

    HttpRequest request = HttpRequest.newBuilder(broker.backChannel("/oauth2/revoked")).build();
    assertThat(Portal.send(broker.authority().tlsAs(portal.certificate()), request).statusCode())
        .isEqualTo(403);
    assertThat(Portal.send(broker.authority().tlsWithoutCertificate(), request).statusCode())
        .isEqualTo(401);
    assertThat(new Browser().get(broker.issuer().resolve("/oauth2/revoked")).statusCode())
        .isEqualTo(404);
  }

  /// Between the code and its redemption there is no token yet to revoke.
  @Test
  void endsALoginWhoseCodeIsNotRedeemedYet() throws Exception {
    String code = portal.code(Map.of());
    List<String> sessions =
        column(
            "SELECT upstream_session FROM broker.login"
                + " WHERE token_hash IS NULL AND upstream_session IS NOT NULL");
    for (String session : sessions) {
      new Browser().post(broker.digid("/end-elsewhere"), Map.of("sid", session));
    }
    assertThat(portal.post("/oauth2/token", portal.redemption(code)).statusCode()).isEqualTo(400);
  }

  private static Login login() {
    Map<String, Object> answer = portal.redeem(portal.code(Map.of()));
    return new Login((String) answer.get("access_token"), (String) answer.get("id_token"));
  }

  private static HttpResponse<String> leave(String idToken, String next) {
    Map<String, String> form = new HashMap<>();
    form.put("id_token_hint", idToken);
    form.put("post_logout_redirect_uri", next);
    return new Browser().post(broker.issuer().resolve("/logout"), form);
  }

  private static String sessionAtDigid(Login login) throws Exception {
    return column("SELECT upstream_session FROM broker.login WHERE id = '" + login.name() + "'")
        .getFirst();
  }

  private static String revoked() {
    return asGateway(Map.of()).body();
  }

  private static HttpResponse<String> asGateway(Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(broker.backChannel("/oauth2/revoked"));
    headers.forEach(request::header);
    return Portal.send(
        broker.authority().tlsAs(broker.authority().issue("gateway")), request.build());
  }

  private static List<String> column(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(
                broker.database().url(), broker.database().superuser(), "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
