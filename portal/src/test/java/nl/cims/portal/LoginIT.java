// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import nl.cims.pages.Language;
import nl.cims.portal.login.Citizen;
import nl.cims.vocabulary.AssuranceLevel;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
    assertThat(rig.broker.revocations.getLast()).contains("token=" + StubBroker.ACCESS_TOKEN);
    assertNobodyIsLoggedIn();
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
        .hasSize(7)
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
