// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import nl.cims.vocabulary.AssuranceLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

class DigidSimulatorIT {

  private static final String REDIRECT = "http://localhost:8081/login/oauth2/code/digid";

  /// The pair of RFC 7636, appendix B.
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  @TempDir private static Path directory;

  private static URI address;
  private static ConfigurableApplicationContext simulator;

  @BeforeAll
  static void start() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    address = URI.create("http://localhost:" + port);
    Path people =
        Files.writeString(
            directory.resolve("people.json"),
            """
            [{"bsn":"999990019","name":"Sanne <de Vries>","birthDate":"1985-12-01",
              "note":{"nl":"Twee prikken","en":"Two doses"}},
             {"bsn":"999990032","name":"Joost Bakker","birthDate":"1950-00-00"}]
            """);
    simulator =
        DigidSimulator.start(
            "--server.port=" + port,
            "--cims.digid.issuer=" + address,
            "--cims.digid.people=" + people,
            "--cims.digid.client-id=cims",
            "--cims.digid.client-secret=for-tests-only",
            "--cims.digid.redirect-uri=" + REDIRECT);
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @Test
  void pageOffersPeopleLevelsAndThreeWaysOut() {
    HttpResponse<String> page = get("/authorize?" + encode(question()));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .doesNotContain("unsafe");
    assertThat(page.body())
        .contains("<html lang=\"nl\">", "niet de echte DigiD", "Twee prikken", "Joost Bakker")
        .contains("Sanne &lt;de Vries&gt;")
        .contains("value=\"login\"", "value=\"cancel\"", "value=\"fail\"")
        .doesNotContain("<script");
    assertThat(page.body())
        .containsPattern("value=\"SUBSTANTIEEL\" checked")
        .doesNotContainPattern("value=\"BASIS\" checked");
  }

  @Test
  void pageSpeaksEnglishWhenAsked() {
    Map<String, String> question = question();
    question.put("ui_locales", "en");

    assertThat(get("/authorize?" + encode(question)).body())
        .contains("<html lang=\"en\">", "not the real DigiD", "Two doses", "ui_locales=nl");
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, another",
    "redirect_uri, http://evil.test/",
    "response_type, token",
    "code_challenge_method, plain",
    "code_challenge, ''",
    "scope, profile",
    "nonce, ''"
  })
  void wrongQuestionIsNotAnswered(String name, String value) {
    Map<String, String> question = question();
    question.put(name, value);
    HttpResponse<String> page = get("/authorize?" + encode(question));

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("De vraag om in te loggen klopt niet");
  }

  @Test
  void answerHoldsSectorCodeNumberLevelAndNonce() throws Exception {
    HttpResponse<String> response =
        redeem(code(Map.of("level", "HOOG")), VERIFIER, "for-tests-only");
    SignedJWT token = SignedJWT.parse((String) json(response.body()).get("id_token"));
    JWKSet keys = JWKSet.parse(get("/jwks").body());

    assertThat(
            token.verify(
                new RSASSAVerifier(keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
        .isTrue();
    JWTClaimsSet claims = token.getJWTClaimsSet();
    assertThat(claims.getStringClaim("idp_id")).isEqualTo("S00000000:999990019");
    assertThat(claims.getStringClaim("loa")).isEqualTo(AssuranceLevel.HOOG.acr());
    assertThat(claims.getStringClaim("nonce")).isEqualTo("a-nonce");
    assertThat(claims.getSubject()).doesNotContain("999990019");
  }

  @Test
  void codeWorksOnceForItsClientWithItsVerifier() {
    String code = code(Map.of());
    assertThat(redeem(code, VERIFIER, "wrong").statusCode()).isEqualTo(401);
    assertThat(redeem(code, VERIFIER, "for-tests-only").statusCode()).isEqualTo(200);
    assertThat(redeem(code, VERIFIER, "for-tests-only").statusCode()).isEqualTo(400);
    assertThat(redeem(code(Map.of()), "x".repeat(43), "for-tests-only").statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"cancel, access_denied", "fail, server_error"})
  void cancelAndFailureAreToldToTheClient(String action, String error) {
    String location =
        answer(Map.of("action", action)).headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(REDIRECT + "?error=" + error).contains("state=a-state");
  }

  @Test
  void anyBsnMayBeEntered() {
    assertThat(code(Map.of("citizen", "other", "bsn", "999990032"))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456789", "12", "<b>"})
  void whatIsNoBsnIsSaidOnThePageAndNotRepeated(String bsn) {
    HttpResponse<String> page = answer(Map.of("citizen", "other", "bsn", bsn));

    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("role=\"alert\"", "Dit is geen burgerservicenummer");
    assertThat(page.body()).doesNotContain("value=\"" + bsn + "\"");
  }

  @Test
  void nothingChosenIsSaidOnThePage() {
    HttpResponse<String> page = answer(Map.of("citizen", "other", "bsn", ""));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("Kies een persoon");
  }

  @Test
  void restGetsAPageOfOurs() {
    assertThat(get("/none").statusCode()).isEqualTo(404);
    assertThat(get("/none").body()).contains("Op dit adres staat niets", "nothing at this address");
    assertThat(get("/token").statusCode()).isEqualTo(405);
    assertThat(get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void languagesHaveTheSameKeys() {
    assertThat(bundle("nl").keySet()).isEqualTo(bundle("en").keySet()).hasSizeGreaterThan(20);
  }

  private static ResourceBundle bundle(String language) {
    return ResourceBundle.getBundle(
        "nl.cims.simulators.digid.texts", java.util.Locale.of(language));
  }

  private static Map<String, String> question() {
    Map<String, String> question = new HashMap<>();
    question.put("response_type", "code");
    question.put("scope", "openid");
    question.put("client_id", "cims");
    question.put("redirect_uri", REDIRECT);
    question.put("state", "a-state");
    question.put("nonce", "a-nonce");
    question.put("code_challenge", CHALLENGE);
    question.put("code_challenge_method", "S256");
    question.put("acr_values", "idp:digid loa:substantial");
    return question;
  }

  private static HttpResponse<String> answer(Map<String, String> choice) {
    Map<String, String> form = question();
    form.put("citizen", "999990019");
    form.put("action", "login");
    form.putAll(choice);
    return send(form("/authorize", form).build());
  }

  private static String code(Map<String, String> choice) {
    String location = answer(choice).headers().firstValue("Location").orElseThrow();
    return location.replaceAll(".*[?&]code=([^&]*).*", "$1");
  }

  private static HttpResponse<String> redeem(String code, String verifier, String secret) {
    String basic =
        Base64.getEncoder().encodeToString(("cims:" + secret).getBytes(StandardCharsets.UTF_8));
    return send(
        form(
                "/token",
                Map.of(
                    "grant_type", "authorization_code",
                    "code", code,
                    "redirect_uri", REDIRECT,
                    "code_verifier", verifier))
            .header("Authorization", "Basic " + basic)
            .build());
  }

  private static HttpRequest.Builder form(String path, Map<String, String> fields) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(encode(fields)));
  }

  private static HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(address.resolve(path)).build());
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

  private static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> json(String body) {
    return JsonMapper.builder().build().readValue(body, Map.class);
  }
}
