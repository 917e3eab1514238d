// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.people.TestCitizen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// A token is worth nothing without the certificate that it was issued to.
class TokenTheftIT {

  private static final String VERIFIER = "a-verifier-of-forty-three-characters-or-more-0123";

  private static RunningDemo demo;
  private static CitizenBrowser browser;
  private static String token;

  @BeforeAll
  static void takeTheTokenThatThePortalGets()
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    demo = RunningDemo.instance();
    browser = new CitizenBrowser(demo.portal());
    token = redeemed(code());
  }

  @AfterAll
  static void close() {
    browser.close();
  }

  @Test
  void thePortalMayUseIt() throws IOException, InterruptedException {
    assertThat(dossier("portal").statusCode()).isEqualTo(200);
  }

  @Test
  void withAnotherCertificateItIsRefused() throws IOException, InterruptedException {
    HttpResponse<String> answer = dossier("ggd-utrecht");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("token-not-bound");
  }

  @Test
  void thePortalCannotReadTheNumberInIt() {
    String payload =
        new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    assertThat(payload)
        .contains("bsn_jwe")
        .doesNotContain(TestCitizen.FULL_COVID.person().bsn().reveal());
  }

  private static HttpResponse<String> dossier(String certificate)
      throws IOException, InterruptedException {
    return client(certificate)
        .send(
            HttpRequest.newBuilder(
                    URI.create(Deployable.GATEWAY.address(demo.cims().offset()) + DossierView.PATH))
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString());
  }

  /// The code that the broker sends to the portal for a request of our own making.
  private static String code() throws NoSuchAlgorithmException {
    String challenge =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                MessageDigest.getInstance("SHA-256")
                    .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
    browser
        .page()
        .navigate(
            Deployable.BROKER.address(demo.cims().offset())
                + "/oauth2/authorize?response_type=code&client_id=portal&state=s&nonce=n"
                + "&scope=openid%20dossier:read%20accesslog:read&code_challenge_method=S256"
                + "&code_challenge="
                + challenge
                + "&redirect_uri="
                + encoded(redirectUri()));
    Request answered =
        browser
            .page()
            .waitForRequest(
                request -> request.url().startsWith(redirectUri()),
                () -> {
                  String number = TestCitizen.FULL_COVID.person().bsn().reveal();
                  browser.page().locator("input[name=citizen][value='" + number + "']").check();
                  browser.page().locator("button[name=action][value=login]").click();
                });
    return answered.url().replaceAll(".*[?&]code=([^&]+).*", "$1");
  }

  private static String redeemed(String code) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client("portal")
            .send(
                HttpRequest.newBuilder(
                        URI.create(Settings.brokerMachines(demo.cims().offset()) + "/oauth2/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(
                        BodyPublishers.ofString(
                            "grant_type=authorization_code&client_id=portal&code="
                                + code
                                + "&code_verifier="
                                + VERIFIER
                                + "&redirect_uri="
                                + encoded(redirectUri())))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return JsonMapper.builder().build().readTree(answer.body()).path("access_token").asString();
  }

  private static HttpClient client(String certificate) {
    CertificateAuthority authority = demo.cims().settings().authority();
    return HttpClient.newBuilder()
        .sslContext(authority.tlsAs(authority.issue(certificate)))
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  private static String redirectUri() {
    return demo.portal() + "/login/oauth2/code/broker";
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
