// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.pages.Language;
import nl.cims.portal.login.Citizen;
import nl.cims.vocabulary.AssuranceLevel;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.security.core.context.SecurityContext;

class LoginIT {

  @TempDir static Path directory;
  private static Rig rig;
  private final Walker walker = new Walker(rig);

  @BeforeAll
  static void start() throws Exception {
    rig = new Rig(directory);
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @BeforeEach
  void everythingWorks() {
    rig.broker.acr = AssuranceLevel.SUBSTANTIEEL.acr();
    rig.broker.error = "";
    rig.broker.wrongNonce = false;
    rig.broker.loggedInBefore = Duration.ZERO;
    rig.broker.digid = "";
    rig.gateway.refusal = Optional.empty();
  }

  @Test
  void leadsToThePageThatWasWanted() {
    HttpResponse<String> page = walker.logIn();
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo(PortalPage.RECORD.address(Language.NL));
    assertThat(page.body()).contains("FE8405", "van der Turfhaven");
    assertThat(rig.gateway.authorizations).contains("Bearer " + StubBroker.ACCESS_TOKEN);
  }

  @Test
  void asksForTheLevelWithPkceStateAndNonceInTheCitizensLanguage() {
    walker.walk("/en/log-in");
    var asked = rig.broker.authorizations.getLast();
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "portal")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("ui_locales", "en")
        .containsEntry("prompt", "login")
        .containsEntry("max_age", "0")
        .containsKeys("state", "nonce", "code_challenge");
    assertThat(asked.get("acr_values")).contains("Smartcard");
    assertThat(rig.broker.tokenRequests.getLast())
        .contains("client_id=portal", "code_verifier=")
        .doesNotContain("client_secret");
  }

  @Test
  void keepsOnlyPseudonymAndAccessTokenInTheSession() {
    walker.logIn();
    Session session = session(walker.cookie());
    List<String> names = Collections.list(session.getSession().getAttributeNames());
    assertThat(names).noneMatch(name -> name.contains("OAuth2") || name.contains("LoginWish"));
    SecurityContext context =
        (SecurityContext) session.getSession().getAttribute("SPRING_SECURITY_CONTEXT");
    assertThat(context.getAuthentication().getPrincipal()).isInstanceOf(Citizen.class);
    assertThat(context.getAuthentication().getCredentials()).isEqualTo("");
    Citizen citizen = (Citizen) context.getAuthentication().getPrincipal();
    assertThat(citizen.getAttributes()).isEmpty();
    assertThat(citizen.pseudonym()).isEqualTo("pseudonym-of-somebody");
    assertThat(citizen.until()).isBeforeOrEqualTo(citizen.loggedInAt().plusSeconds(3600));
    assertThat(citizen.toString()).doesNotContain("pseudonym-of", StubBroker.ACCESS_TOKEN);
  }

  @Test
  void changesTheSessionsNameAtLogin() {
    walker.get("/nl/inloggen");
    String before = walker.cookie();
    assertThat(before).isNotEmpty();
    walker.logIn();
    assertThat(walker.cookie()).isNotEmpty().isNotEqualTo(before);
  }

  @Test
  void setsACookieThatNothingElseCanReadOrSet() {
    HttpResponse<String> answer = walker.get("/nl/inloggen");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .startsWith("__Host-portal=")
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Domain", "Max-Age", "Expires");
    assertThat(new Walker(rig).get("/nl").headers().allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract",
        "http://eidas.europa.eu/LoA/low",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard2",
        "substantial"
      })
  void refusesALevelThatIsTooLowOrUnknown(String acr) {
    rig.broker.acr = acr;
    HttpResponse<String> page = walker.logIn();
    assertThat(page.uri().getPath()).isEqualTo(PortalPage.LEVEL_TOO_LOW.address(Language.NL));
    assertNobodyIsLoggedIn();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI",
        "http://eidas.europa.eu/LoA/high"
      })
  void acceptsTheLevelsThatSuffice(String acr) {
    rig.broker.acr = acr;
    assertThat(walker.logIn().uri().getPath()).isEqualTo(PortalPage.RECORD.address(Language.NL));
  }

  @Test
  void takesACancelledLoginForWhatItIs() {
    rig.broker.error = "access_denied";
    HttpResponse<String> page = walker.logIn();
    assertThat(page.uri().getPath()).isEqualTo(PortalPage.LOGIN_CANCELLED.address(Language.NL));
    assertThat(page.body()).contains("/nl/inloggen?pagina=RECORD");
  }

  @Test
  void saysThatALoginFailed() {
    rig.broker.error = "server_error";
    assertThat(walker.logIn().uri().getPath())
        .isEqualTo(PortalPage.LOGIN_FAILED.address(Language.NL));
    assertNobodyIsLoggedIn();
  }

  @Test
  void refusesAnIdTokenThatWasMadeForAnotherLogin() {
    rig.broker.wrongNonce = true;
    assertThat(walker.logIn().uri().getPath())
        .isEqualTo(PortalPage.LOGIN_FAILED.address(Language.NL));
    assertNobodyIsLoggedIn();
  }

  @Test
  void refusesAnAnswerThatNobodyAskedFor() {
    HttpResponse<String> page = walker.walk("/login/oauth2/code/broker?code=c0de&state=made-up");
    assertThat(page.uri().getPath()).isEqualTo(PortalPage.LOGIN_FAILED.address(Language.NL));
  }

  @Test
  void logsOutHereAndAtTheBroker() {
    HttpResponse<String> page = walker.logIn();
    HttpResponse<String> out = walker.send("POST", "/nl/uitloggen", "_csrf=" + Walker.token(page));
    assertThat(out.headers().firstValue("Location").orElseThrow())
        .endsWith(PortalPage.LOGGED_OUT.address(Language.NL));
    assertThat(rig.broker.logouts.getLast())
        .contains("id_token_hint=ey", "post_logout_redirect_uri=");
    assertNobodyIsLoggedIn();
  }

  /// The ID token goes from us to the broker, not through the browser; the browser goes on to
  /// DigiD.
  @Test
  void leadsOnToDigidAfterALogoutIfSomebodyThereMustHearOfIt() {
    rig.broker.digid = "https://digid.test/logout?logout_hint=s1";
    HttpResponse<String> page = walker.logIn();
    HttpResponse<String> out = walker.send("POST", "/nl/uitloggen", "_csrf=" + Walker.token(page));
    String cookie =
        out.headers().allValues("Set-Cookie").stream()
            .filter(each -> each.startsWith("__Host-onwards="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).contains("Max-Age=60", "Secure", "HttpOnly").doesNotContain("ey");
    HttpResponse<String> after =
        new Walker(rig)
            .send("GET", "/nl/uitgelogd", "", "Cookie", cookie.substring(0, cookie.indexOf(';')));
    assertThat(after.headers().firstValue("Refresh")).hasValue("0;url=" + rig.broker.digid);
    assertThat(walker.get("/nl/uitgelogd").headers().firstValue("Refresh")).isEmpty();
  }

  @Test
  void refusesALoginThatWasNotMadeJustNow() {
    rig.broker.loggedInBefore = Duration.ofMinutes(3);
    assertThat(walker.logIn().uri().getPath())
        .isEqualTo(PortalPage.LOGIN_FAILED.address(Language.NL));
    assertNobodyIsLoggedIn();
  }

  /// What cannot be undone: the register says that the login is too old, and a new one leads back.
  @Test
  void asksToLogInAgainForWhatNeedsIt() {
    walker.logIn();
    rig.gateway.refusal = Optional.of(ProblemType.LOGIN_TOO_OLD);
    HttpResponse<String> page = walker.walk(PortalPage.RECORD.address(Language.EN));
    assertThat(page.uri().getPath()).isEqualTo(PortalPage.LOGIN_AGAIN.address(Language.EN));
    assertThat(page.body()).contains("/en/log-in?pagina=RECORD");
    rig.gateway.refusal = Optional.empty();
    String before = walker.cookie();
    assertThat(walker.walk("/en/log-in?pagina=RECORD").uri().getPath())
        .isEqualTo(PortalPage.RECORD.address(Language.EN));
    assertThat(walker.cookie()).isNotEqualTo(before);
  }

  @Nested
  class TheBrokersNews {

    private HttpResponse<String> told(String token) {
      return new Walker(rig).send("POST", "/logout/broker", "logout_token=" + token);
    }

    @Test
    void endTheSessionOfThatLoginOnly() throws Exception {
      rig.broker.session = "another";
      Walker other = new Walker(rig);
      other.logIn();
      rig.broker.session = "a-session";
      walker.logIn();
      assertThat(told(rig.broker.news(it -> it, "logout+jwt")).statusCode()).isEqualTo(200);
      assertNobodyIsLoggedIn();
      assertThat(other.get(PortalPage.RECORD.address(Language.NL)).statusCode()).isEqualTo(200);
    }

    @Test
    void countOnlyIfTheBrokerMeantThemForThis() throws Exception {
      walker.logIn();
      List<String> spoilt =
          List.of(
              "nonsense",
              rig.broker.news(it -> it, "JWT"),
              rig.broker.news(it -> it.audience("somebody-else"), "logout+jwt"),
              rig.broker.news(it -> it.issuer("http://evil.test"), "logout+jwt"),
              rig.broker.news(it -> it.claim("events", null), "logout+jwt"),
              rig.broker.news(it -> it.claim("nonce", "n"), "logout+jwt"),
              rig.broker.news(
                  it -> it.expirationTime(java.util.Date.from(Instant.EPOCH)), "logout+jwt"));
      assertThat(spoilt).allSatisfy(each -> assertThat(told(each).statusCode()).isEqualTo(400));
      assertThat(walker.get("/logout/broker").statusCode()).isNotEqualTo(200);
      assertThat(walker.get(PortalPage.RECORD.address(Language.NL)).statusCode()).isEqualTo(200);
    }
  }

  /// Every value of `acr` that is not enough, at every page about somebody.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract",
        "http://eidas.europa.eu/LoA/low",
        "http://eidas.europa.eu/LoA/higher",
        "substantial",
        " "
      })
  void opensNoPersonalPageBelowTheLevel(String acr) {
    rig.broker.acr = acr;
    walker.logIn();
    assertThat(Arrays.stream(PortalPage.values()).filter(this::isPersonal))
        .hasSize(9)
        .allSatisfy(
            page -> assertThat(walker.get(page.address(Language.NL)).statusCode()).isEqualTo(302));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI",
        "http://eidas.europa.eu/LoA/substantial",
        "http://eidas.europa.eu/LoA/high"
      })
  void opensThemAtTheLevelAndAbove(String acr) {
    rig.broker.acr = acr;
    assertThat(walker.logIn().uri().getPath()).isEqualTo(PortalPage.RECORD.address(Language.NL));
  }

  @Test
  void logsNobodyOutWithoutTheFormOrFromAnotherSite() {
    HttpResponse<String> page = walker.logIn();
    assertThat(walker.send("POST", "/nl/uitloggen", "_csrf=wrong").statusCode()).isEqualTo(403);
    String form = "_csrf=" + Walker.token(page);
    assertThat(
            walker.send("POST", "/nl/uitloggen", form, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(walker.get("/nl/uitloggen").statusCode()).isEqualTo(405);
    assertThat(walker.get(PortalPage.RECORD.address(Language.NL)).statusCode()).isEqualTo(200);
  }

  @Test
  void asksForALoginBeforeEachPersonalPage() {
    assertThat(Arrays.stream(PortalPage.values()).filter(this::isPersonal))
        .hasSize(9)
        .allSatisfy(
            page ->
                assertThat(new Walker(rig).walk(page.address(Language.EN)).uri().getPath())
                    .isEqualTo(PortalPage.LOGIN_NEEDED.address(Language.EN)));
  }

  @Test
  void saysThatASessionHasEnded() {
    walker.logIn();
    session(walker.cookie()).expire();
    HttpResponse<String> page = walker.walk(PortalPage.ACCESS_LOG.address(Language.EN));
    assertThat(page.uri().getPath()).isEqualTo(PortalPage.SESSION_ENDED.address(Language.EN));
    assertThat(page.body()).contains("/en/log-in?pagina=ACCESS_LOG");
  }

  private boolean isPersonal(PortalPage page) {
    return page.isAboutSomebody();
  }

  private void assertNobodyIsLoggedIn() {
    assertThat(walker.get(PortalPage.RECORD.address(Language.NL)).statusCode()).isEqualTo(302);
  }

  private static Session session(String id) {
    TomcatWebServer server = (TomcatWebServer) rig.context().getWebServer();
    Context context = (Context) server.getTomcat().getHost().findChildren()[0];
    return Arrays.stream(context.getManager().findSessions())
        .filter(session -> session.getIdInternal().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
