// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.Seal;
import nl.cims.pages.Language;
import nl.cims.portal.overview.Papers;
import nl.cims.portal.overview.Printed;
import nl.cims.portal.overview.Sealer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class VerifyIT {

  private static final String VERIFY = PortalPage.VERIFY.address(Language.EN);
  private static final Pattern SAID = Pattern.compile("(?s)<(dd|td)[^>]*>(.*?)</\\1>");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");

  @TempDir static Path directory;
  private static Rig rig;
  private final Walker stranger = new Walker(rig);

  @BeforeAll
  static void start() throws Exception {
    rig = new Rig(directory);
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void acceptsThePrintedCodesAndSaysNothingBeyondThePaper(Language language) throws Exception {
    rig.gateway.dossier = Papers.forty();
    Walker citizen = new Walker(rig);
    citizen.walk("/nl/inloggen");
    byte[] paper = citizen.download(PortalPage.OVERVIEW_PDF.address(language)).body();
    rig.gateway.dossier = Examples.dossier();
    String text = together(Printed.text(paper));
    List<String> codes = Printed.codes(paper);
    assertThat(codes).hasSize(4);
    for (String link : codes) {
      assertThat(link).matches(Pattern.quote(rig.url("/c#")) + "[0-9]+");
      HttpResponse<String> page = check(PortalPage.VERIFY.address(language), link);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("utrecht-alert--ok", "Iris Johanna van der Turfhaven");
      List<String> said = said(page.body());
      assertThat(said).hasSizeGreaterThan(20).allMatch(each -> text.contains(together(each)));
    }
  }

  private static List<String> said(String page) {
    return SAID.matcher(page)
        .results()
        .flatMap(found -> TAG.splitAsStream(found.group(2)))
        .map(text -> text.replace("&amp;", "&"))
        .filter(text -> !text.isBlank())
        .toList();
  }

  private static String together(String text) {
    return text.replaceAll("\\s", "");
  }

  @Test
  void showsExactlyWhatWasSigned() throws Exception {
    Seal.Dose dose = new Seal.Dose("<i>BMR</i>", "mumps", "1999", "B&1", "", "", "KE", "2/3");
    String page = check(Sealer.digits(sealed(claims -> claims, dose))).body();
    assertThat(page)
        .contains("This code is genuine", "13 September 1992", "20 November 2026", Sealer.DOCUMENT)
        .contains(
            "&lt;i&gt;BMR&lt;/i&gt;",
            ">1999<",
            "B&amp;1",
            "Dose 2/3",
            "Not known",
            "Mumps",
            "Kenya")
        .doesNotContain("This is part");
    assertThat(check(Sealer.digits(sealed(claims -> with(claims, "parts", 3), dose))).body())
        .contains("This is part 1 of 3");
  }

  @Test
  void refusesWhatTheRegisterDidNotMake() throws Exception {
    String sound = sealed(claims -> claims);
    assertThat(check(Sealer.digits(sound)).body()).contains("This code is genuine");
    JWSObject jws = JWSObject.parse(sound);
    String header = part(jws.getHeader().toString());
    String signature = jws.getSignature().toString();
    String changed = jws.getPayload().toString().replace("Turfhaven", "Turfhoven");
    assertFalse(header + "." + part(changed) + "." + signature);
    assertFalse(new Sealer().sealed(claims()));
    assertFalse(sealed(claims -> with(claims, "iss", "elsewhere")));
    assertFalse(sealed(claims -> with(claims, "vaccinations", "none")));
    assertFalse(sealed(claims -> with(claims, "part", 2)));
    String payload = part(jws.getPayload().toString());
    String key = jws.getHeader().getKeyID();
    for (String other :
        List.of(
            "{\"alg\":\"none\",\"kid\":\"" + key + "\"}",
            "{\"alg\":\"HS256\",\"kid\":\"" + key + "\"}",
            "{\"alg\":\"ES256\"}",
            "{\"alg\":\"ES256\",\"kid\":\"" + key + "\",\"crit\":[\"x\"],\"x\":1}",
            "no json")) {
      assertFalse(part(other) + "." + payload + "." + signature);
    }
    assertFalse(header + "." + payload + "." + part("too short"));
  }

  private void assertFalse(String jws) throws Exception {
    HttpResponse<String> page = check(Sealer.digits(jws));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("This code is not genuine")
        .doesNotContain("Turfh", Sealer.DOCUMENT);
  }

  @Test
  void saysOfACodeThatWasReadBadlyThatItCannotBeRead() throws Exception {
    String code = Sealer.digits(sealed(claims -> claims));
    char last = code.charAt(code.length() - 1);
    for (String wrong :
        List.of(
            "",
            "nonsense",
            code.substring(0, code.length() - 1) + (char) ('0' + (last - '0' + 1) % 10),
            code.substring(0, code.length() / 2),
            "https://elsewhere.example/c#",
            "9".repeat(8000))) {
      HttpResponse<String> page = check(wrong);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("We cannot read this code").doesNotContain("Turfhaven");
    }
    assertThat(check(" " + code.substring(0, 90) + "\r\n" + code.substring(90) + " ").body())
        .contains("This code is genuine");
  }

  @Test
  void needsNoCookieAndGivesNone() throws Exception {
    for (HttpResponse<String> page :
        List.of(
            stranger.get(VERIFY),
            check(Sealer.digits(sealed(claims -> claims))),
            stranger.get("/c"))) {
      assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
      assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }
    assertThat(check("1").headers().firstValue("X-Robots-Tag")).hasValue("noindex");
    assertThat(stranger.get(VERIFY).headers().firstValue("X-Robots-Tag")).hasValue("noindex");
  }

  @Test
  void refusesAFormOfAnotherSiteAndABodyThatIsTooLarge() {
    HttpResponse<String> cross =
        stranger.send("POST", VERIFY, "code=1", "Sec-Fetch-Site", "cross-site");
    assertThat(cross.statusCode()).isEqualTo(403);
    HttpResponse<String> large = check("1".repeat(20_000));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("There is something in the address or the form");
  }

  @Test
  void leadsFromTheShortAddressToThePageInTheBrowsersLanguage() {
    HttpResponse<String> english = stranger.send("GET", "/c", "", "Accept-Language", "en-GB");
    assertThat(english.statusCode()).isEqualTo(302);
    assertThat(english.headers().firstValue("Location")).hasValue("/en/verify");
    assertThat(english.headers().allValues("Vary")).contains("Accept-Language");
    assertThat(
            stranger
                .send("GET", "/c", "", "Accept-Language", "fr")
                .headers()
                .firstValue("Location"))
        .hasValue("/nl/controleren");
  }

  @Test
  void logsNothingOfWhatIsChecked(CapturedOutput output) throws Exception {
    String code = Sealer.digits(sealed(claims -> claims));
    check(code);
    check(code.substring(1));
    check(Sealer.digits(new Sealer().sealed(claims())));
    assertThat(output.getAll()).doesNotContain(code.substring(1, 40), "Turfhaven", Sealer.DOCUMENT);
  }

  @Test
  void saysThatNobodyCanTellWhileTheKeysAreNotToBeHad(@TempDir Path other) throws Exception {
    try (Rig own = new Rig(other)) {
      own.gateway.server().stop();
      String form = "code=" + Sealer.digits(own.gateway.sealer.sealed(claims()));
      HttpResponse<String> page = new Walker(own).send("POST", VERIFY, form);
      assertThat(page.statusCode()).isEqualTo(503);
      assertThat(page.headers().firstValue("Retry-After")).isPresent();
      assertThat(page.body()).contains("Checking does not work right now").doesNotContain("Turfh");
      own.gateway.server().start();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> new Walker(own).send("POST", VERIFY, form).body().contains("is genuine"));
      own.gateway.server().stop();
      assertThat(new Walker(own).send("POST", VERIFY, form).body()).contains("is genuine");
    }
  }

  private HttpResponse<String> check(String code) {
    return check(VERIFY, code);
  }

  private HttpResponse<String> check(String path, String code) {
    String form = "code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    return stranger.send("POST", path, form, "Sec-Fetch-Site", "same-origin");
  }

  private static String sealed(UnaryOperator<Map<String, Object>> change, Seal.Dose... doses) {
    return rig.gateway.sealer.sealed(change.apply(claims(doses)));
  }

  private static Map<String, Object> claims(Seal.Dose... doses) {
    DossierView dossier = Examples.dossier();
    return Sealer.claims(dossier, 1, 1, List.of(doses));
  }

  private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
    claims.put(name, value);
    return claims;
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
