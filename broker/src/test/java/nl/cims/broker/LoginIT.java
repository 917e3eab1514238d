// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import nl.cims.broker.support.Browser;
import nl.cims.broker.support.Portal;
import nl.cims.broker.support.RunningBroker;
import nl.cims.testkit.certificates.Issued;
import nl.cims.vocabulary.AssuranceLevel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A citizen's login from the portal's request to the token, over real HTTP and TLS.
class LoginIT {

  private static RunningBroker broker;
  private static Portal portal;
  private static Portal otherPortal;

  @BeforeAll
  static void start() {
    broker = RunningBroker.shared();
    portal = new Portal(broker, "portal", RunningBroker.PORTAL_REDIRECT);
    otherPortal = new Portal(broker, "other-portal", RunningBroker.OTHER_REDIRECT);
  }

  @Nested
  class TheTokens {

    @Test
    void accessTokenHasAllThatGatewayAndRegistryCheck() throws Exception {
      Map<String, Object> answer = portal.redeem(portal.code(Map.of()));
      SignedJWT token = SignedJWT.parse((String) answer.get("access_token"));

      assertThat(token.verify(new ECDSAVerifier(broker.signingKey().toPublicJWK()))).isTrue();
      assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
      assertThat(token.getHeader().getKeyID()).isEqualTo("signing");
      JWTClaimsSet claims = token.getJWTClaimsSet();
      assertThat(claims.getIssuer()).isEqualTo(broker.issuer().toString());
      assertThat(claims.getAudience()).containsExactly("cims");
      assertThat(claims.getSubject()).hasSize(43);
      assertThat(claims.getStringClaim("client_id")).isEqualTo("portal");
      assertThat(claims.getStringClaim("acr")).isEqualTo(AssuranceLevel.SUBSTANTIEEL.acr());
      assertThat(claims.getStringClaim("scope").split(" "))
          .containsExactlyInAnyOrder("openid", "dossier:read", "accesslog:read");
      assertThat(claims.getJSONObjectClaim("cnf"))
          .isEqualTo(Map.of("x5t#S256", thumbprint(portal.certificate())));
      assertThat(answer).doesNotContainKey("refresh_token");
      assertThat(answer.get("token_type")).isEqualTo("Bearer");
    }

    @Test
    void accessTokenEndsSixtyMinutesAfterTheLogin() throws Exception {
      JWTClaimsSet claims = accessToken(portal, Map.of());
      Instant login = Instant.ofEpochSecond(claims.getLongClaim("auth_time"));

      assertThat(claims.getExpirationTime().toInstant()).isEqualTo(login.plusSeconds(3600));
      assertThat(login).isBetween(Instant.now().minusSeconds(30), Instant.now());
    }

    @Test
    void idTokenIsForThePortalAndHasNothingOfTheBsn() throws Exception {
      Map<String, Object> answer = portal.redeem(portal.code(Map.of()));
      JWTClaimsSet id = SignedJWT.parse((String) answer.get("id_token")).getJWTClaimsSet();
      JWTClaimsSet access = SignedJWT.parse((String) answer.get("access_token")).getJWTClaimsSet();

      assertThat(id.getAudience()).containsExactly("portal");
      assertThat(id.getSubject()).isEqualTo(access.getSubject());
      assertThat(id.getStringClaim("nonce")).isEqualTo("a-nonce");
      assertThat(id.getStringClaim("acr")).isEqualTo(AssuranceLevel.SUBSTANTIEEL.acr());
      assertThat(id.getClaims())
          .doesNotContainKeys("bsn_jwe", "idp_id", "bsn")
          .containsEntry("sid", access.getJWTID());
    }

    @Test
    void noTokenShowsTheBsn() throws Exception {
      Map<String, Object> answer = portal.redeem(portal.code(Map.of()));
      for (String name : new String[] {"access_token", "id_token"}) {
        SignedJWT token = SignedJWT.parse((String) answer.get(name));
        assertThat(token.getPayload().toString()).doesNotContain(RunningBroker.CANARY_BSN);
        assertThat(token.getHeader().toString()).doesNotContain(RunningBroker.CANARY_BSN);
      }
    }

    @Test
    void onlyTheRegistryOpensTheSealedBsn() throws Exception {
      JWTClaimsSet claims = accessToken(portal, Map.of());
      EncryptedJWT sealed = EncryptedJWT.parse(claims.getStringClaim("bsn_jwe"));
      assertThat(sealed.getHeader().getKeyID()).isEqualTo("registry");
      assertThat(sealed.getHeader().getAlgorithm().getName()).isEqualTo("ECDH-ES+A256KW");
      assertThat(sealed.getHeader().getEncryptionMethod().getName()).isEqualTo("A256GCM");

      sealed.decrypt(new ECDHDecrypter(broker.registryKey()));
      JWTClaimsSet content = sealed.getJWTClaimsSet();
      assertThat(content.getStringClaim("bsn")).isEqualTo(RunningBroker.CANARY_BSN);
      assertThat(content.getSubject()).isEqualTo(claims.getSubject());
      assertThat(content.getIssuer()).isEqualTo(broker.issuer().toString());
      assertThat(content.getAudience()).containsExactly("cims-registry");
      assertThat(content.getExpirationTime()).isAfter(Date.from(Instant.now()));

      EncryptedJWT again = EncryptedJWT.parse(claims.getStringClaim("bsn_jwe"));
      assertThatThrownBy(() -> again.decrypt(new ECDHDecrypter(broker.signingKey())))
          .isInstanceOf(JOSEException.class);
    }

    @Test
    void sameCitizenIsTheSameToOnePortalAndAnotherToAnotherSector() throws Exception {
      String first = accessToken(portal, Map.of()).getSubject();

      assertThat(accessToken(portal, Map.of()).getSubject()).isEqualTo(first);
      assertThat(accessToken(otherPortal, Map.of()).getSubject()).isNotEqualTo(first);
      assertThat(accessToken(portal, Map.of("citizen", "other", "bsn", "999990032")).getSubject())
          .isNotEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(AssuranceLevel.class)
    void brokerReportsTheTrueLevelAlsoWhenItIsTooLow(AssuranceLevel level) throws Exception {
      assertThat(accessToken(portal, Map.of("level", level.name())).getStringClaim("acr"))
          .isEqualTo(level.acr());
    }
  }

  @Nested
  class TheWayToDigid {

    @Test
    void asksForDigidAtSubstantialWithStateNonceAndPkce() {
      Map<String, String> asked = askedOfDigid(Map.of("ui_locales", "en"));

      assertThat(asked.get("acr_values")).isEqualTo("idp:digid loa:substantial");
      assertThat(asked.get("code_challenge_method")).isEqualTo("S256");
      assertThat(asked.get("prompt")).isEqualTo("login");
      assertThat(asked.get("ui_locales")).isEqualTo("en");
      assertThat(asked).containsKeys("state", "nonce", "code_challenge");
    }

    @Test
    void cookieIsBoundToTheHostAndEndsWithTheLogin() {
      Browser browser = new Browser();
      HttpResponse<String> redirect = browser.get(portal.authorize(portal.request()));

      assertThat(redirect.headers().firstValue("Set-Cookie").orElseThrow())
          .startsWith("__Host-login=")
          .contains("Path=/")
          .contains("Secure")
          .contains("HttpOnly")
          .contains("SameSite=Lax")
          .doesNotContain("Domain");
    }

    @Test
    void answerOfDigidCountsInTheBrowserThatAskedAndOnce() {
      Browser browser = new Browser();
      Map<String, String> form = form(browser, portal.request());
      URI callback = Browser.location(browser.post(broker.digid("/authorize"), form));

      assertThat(new Browser().get(callback).statusCode()).isEqualTo(400);
      assertThat(browser.get(callback).statusCode()).isEqualTo(302);
      assertThat(browser.get(callback).statusCode()).isEqualTo(400);
    }

    @Test
    void nextRequestOfTheSameBrowserLogsInAnew() {
      Browser browser = new Browser();
      assertThat(Browser.parameters(portal.login(browser, portal.request(), Map.of())))
          .containsKey("code");

      URI next = Browser.location(browser.get(portal.authorize(portal.request())));
      assertThat(next.getPort()).isEqualTo(broker.digid("").getPort());
    }

    @Test
    void loginIsForTheRequestThatItWasMadeForAndNoOther() {
      Browser browser = new Browser();
      Map<String, String> form = form(browser, portal.request());
      URI callback = Browser.location(browser.post(broker.digid("/authorize"), form));
      assertThat(Browser.location(browser.get(callback)).getPath()).isEqualTo("/oauth2/authorize");

      URI other = Browser.location(browser.get(otherPortal.authorize(otherPortal.request())));
      assertThat(other.getPort()).isEqualTo(broker.digid("").getPort());
    }

    @Test
    void silentLoginIsRefused() {
      Map<String, String> request = portal.request();
      request.put("prompt", "none");
      URI answer = Browser.location(new Browser().get(portal.authorize(request)));

      assertThat(answer.toString()).startsWith(RunningBroker.PORTAL_REDIRECT);
      assertThat(Browser.parameters(answer))
          .containsEntry("error", "login_required")
          .containsEntry("state", request.get("state"));
    }
  }

  @Nested
  class NoLogin {

    @ParameterizedTest
    @CsvSource({
      "action, cancel, access_denied",
      "action, fail, server_error",
      "unusual, SECTOR, server_error",
      "unusual, NONCE, server_error",
      "unusual, EXPIRED, server_error",
      "unusual, AUDIENCE, server_error",
      "unusual, OLD_LOGIN, server_error",
      "unusual, LEVEL, unmet_authentication_requirements"
    })
    void portalHearsWhyAndGetsItsStateBack(String field, String value, String error) {
      Map<String, String> request = portal.request();
      URI answer = portal.login(new Browser(), request, Map.of(field, value));

      assertThat(answer.toString()).startsWith(RunningBroker.PORTAL_REDIRECT + "?");
      assertThat(Browser.parameters(answer))
          .containsOnly(Map.entry("error", error), Map.entry("state", request.get("state")));
    }

    @Test
    void digidThatIsAwayIsSaidAtOnceAndHealsByItself() {
      broker.stopDigid();
      try {
        assertThat(eventuallyAnsweredBy("localhost:8080")).isTrue();
      } finally {
        broker.startDigid();
      }
      assertThat(eventuallyAnsweredBy("localhost:" + broker.digid("").getPort())).isTrue();
      assertThat(portal.code(Map.of())).isNotEmpty();
    }

    @Test
    void answerToNoLoginGetsAPage() {
      HttpResponse<String> page =
          new Browser()
              .get(broker.issuer().resolve("/login/oauth2/code/digid?code=abc&state=unheard-of"));

      assertThat(page.statusCode()).isEqualTo(400);
      assertThat(page.body()).contains("Uw inlogpoging is verlopen", "login attempt has expired");
    }

    private boolean eventuallyAnsweredBy(String authority) {
      Instant end = Instant.now().plus(Duration.ofSeconds(20));
      while (Instant.now().isBefore(end)) {
        URI next = Browser.location(new Browser().get(portal.authorize(portal.request())));
        if (authority.equals(next.getAuthority())) {
          return true;
        }
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
      return false;
    }
  }

  @Nested
  class WrongRequests {

    @ParameterizedTest
    @CsvSource({
      "redirect_uri, http://localhost:8080/elsewhere",
      "redirect_uri, http://evil.test/login/oauth2/code/broker",
      "client_id, unheard-of",
      "client_id, ggd-utrecht"
    })
    void nobodyIsSentToAnAddressThatIsNotRegistered(String name, String value) {
      Map<String, String> request = portal.request();
      request.put(name, value);
      HttpResponse<String> page = new Browser().get(portal.authorize(request));

      assertThat(page.statusCode()).isEqualTo(400);
      assertThat(page.headers().firstValue("Location")).isEmpty();
      assertThat(page.body()).contains("U kunt hier niet inloggen", "You cannot log in here");
      assertThat(page.body()).doesNotContain(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code_challenge", "code_challenge_method", "plain", "scope"})
    void whatTheProtocolWantsIsWanted(String name) {
      Map<String, String> request = portal.request();
      switch (name) {
        case "plain" -> request.put("code_challenge_method", "plain");
        case "scope" -> request.put("scope", "openid vaccination:report");
        default -> request.remove(name);
      }
      URI answer = Browser.location(new Browser().get(portal.authorize(request)));

      assertThat(answer.toString()).startsWith(RunningBroker.PORTAL_REDIRECT + "?");
      assertThat(Browser.parameters(answer)).containsKey("error").doesNotContainKey("code");
    }
  }

  @Nested
  class Redemption {

    @Test
    void wrongVerifierIsRefused() {
      Map<String, String> form = portal.redemption(portal.code(Map.of()));
      form.put("code_verifier", "x".repeat(43));
      refused(portal.post("/oauth2/token", form), 400, "invalid_grant");
    }

    @Test
    void missingVerifierIsRefused() {
      Map<String, String> form = portal.redemption(portal.code(Map.of()));
      form.remove("code_verifier");
      refused(portal.post("/oauth2/token", form), 400, "invalid_grant");
    }

    @Test
    void anothersCertificateIsRefused() {
      Map<String, String> form = portal.redemption(portal.code(Map.of()));
      Issued other = broker.authority().issue("other-portal");
      refused(Portal.post(broker, other, "/oauth2/token", form), 401, "invalid_client");
    }

    @Test
    void anotherClientCannotRedeemTheCode() {
      Map<String, String> form = portal.redemption(portal.code(Map.of()));
      form.put("client_id", "other-portal");
      refused(otherPortal.post("/oauth2/token", form), 400, "invalid_grant");
      form.put("client_id", "portal");
      refused(portal.post("/oauth2/token", form), 400, "invalid_grant");
    }

    @Test
    void unknownClientIsRefused() {
      Map<String, String> form = portal.redemption(portal.code(Map.of()));
      form.put("client_id", "unheard-of");
      refused(portal.post("/oauth2/token", form), 401, "invalid_client");
    }

    @Test
    void codeWorksOnce() {
      String code = portal.code(Map.of());
      portal.redeem(code);
      refused(portal.post("/oauth2/token", portal.redemption(code)), 400, "invalid_grant");
    }

    @Test
    void otherRedirectUriIsRefused() {
      Map<String, String> form = portal.redemption(portal.code(Map.of()));
      form.put("redirect_uri", RunningBroker.OTHER_REDIRECT);
      refused(portal.post("/oauth2/token", form), 400, "invalid_grant");
    }

    @Test
    void revokedTokenIsForgotten() {
      String token = (String) portal.redeem(portal.code(Map.of())).get("access_token");
      Map<String, String> form = Map.of("token", token, "client_id", "portal");

      assertThat(portal.post("/oauth2/revoke", form).statusCode()).isEqualTo(200);
      assertThat(portal.post("/oauth2/revoke", form).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void restartedBrokerTakesUpWhereItWas() throws Exception {
    String before = accessToken(portal, Map.of()).getSubject();
    String code = portal.code(Map.of());
    broker.stop();
    broker.start();

    Map<String, Object> answer = portal.redeem(code);
    SignedJWT token = SignedJWT.parse((String) answer.get("access_token"));
    assertThat(token.verify(new ECDSAVerifier(broker.signingKey().toPublicJWK()))).isTrue();
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo(before);
  }

  private static void refused(HttpResponse<String> response, int status, String error) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(Portal.json(response.body())).containsEntry("error", error);
    assertThat(response.body()).doesNotContain("access_token");
  }

  private static JWTClaimsSet accessToken(Portal portal, Map<String, String> choice)
      throws ParseException {
    String token = (String) portal.redeem(portal.code(choice)).get("access_token");
    return SignedJWT.parse(token).getJWTClaimsSet();
  }

  private static Map<String, String> askedOfDigid(Map<String, String> more) {
    Map<String, String> request = portal.request();
    request.putAll(more);
    return Browser.parameters(Browser.location(new Browser().get(portal.authorize(request))));
  }

  private static Map<String, String> form(Browser browser, Map<String, String> request) {
    URI digid = Browser.location(browser.get(portal.authorize(request)));
    Map<String, String> form = new HashMap<>(Browser.hidden(browser.get(digid).body()));
    form.put("citizen", RunningBroker.CANARY_BSN);
    form.put("level", "SUBSTANTIEEL");
    form.put("action", "login");
    return form;
  }

  private static String thumbprint(Issued certificate) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.x509().getEncoded());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }
}
