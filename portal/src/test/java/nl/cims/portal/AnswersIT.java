// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.AccessLogProof;
import nl.cims.contracts.citizen.SourcesView;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.pages.Assets;
import nl.cims.pages.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersIT {

  private static final String RECORD = PortalPage.RECORD.address(Language.NL);

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
    rig.gateway.refusal = Optional.empty();
    rig.gateway.questions.clear();
  }

  @Test
  void carriesTheSecurityHeadersOnEveryAnswer() {
    walker.logIn();
    Walker stranger = new Walker(rig);
    Stream<String> pages =
        Arrays.stream(PortalPage.values())
            .flatMap(page -> Arrays.stream(Language.values()).map(page::address));
    Stream<String> others =
        Stream.of(
            "/",
            Assets.script(),
            "/robots.txt",
            "/favicon.ico",
            "/.well-known/security.txt",
            "/own/x.css",
            "/nl/bestaat-niet",
            "/wp-login.php",
            "/error",
            "/nl/a%00b");
    for (String path : Stream.concat(pages, others).toList()) {
      for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "WEIRD")) {
        HttpResponse<String> answer = stranger.send(method, path, "");
        assertHeaders(method + " " + path, answer);
      }
      if (!PortalPage.LOG_IN.isAt(path)) {
        assertHeaders("logged in " + path, walker.get(path));
      }
    }
  }

  private static void assertHeaders(String what, HttpResponse<String> answer) {
    var headers = answer.headers();
    assertThat(headers.firstValue("Content-Security-Policy"))
        .as(what)
        .hasValueSatisfying(
            policy -> assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe"));
    assertThat(headers.firstValue("X-Content-Type-Options")).as(what).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).as(what).hasValue("no-referrer");
    assertThat(headers.firstValue("Strict-Transport-Security")).as(what).isPresent();
    assertThat(headers.firstValue("Server")).as(what).isEmpty();
    if (!what.contains(Assets.PATH)) {
      assertThat(headers.firstValue("Cache-Control"))
          .as(what)
          .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
    }
    assertThat(answer.body())
        .as(what)
        .doesNotContain("Exception", "Whitelabel", "Apache Tomcat", "at nl.cims", "at org.");
  }

  @Test
  void answersAnUnknownPageAndAWrongMethodWithAPageOfItsOwn() {
    HttpResponse<String> unknown = walker.get("/en/no-such-page");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("This page does not exist", "<html lang=\"en\">");
    HttpResponse<String> method = walker.send("DELETE", "/nl/contact", "");
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.headers().firstValue("Allow")).isPresent();
    assertThat(method.body()).contains("Dit kan hier niet");
    assertThat(walker.send("HEAD", "/nl/contact", "").statusCode()).isEqualTo(200);
  }

  @Test
  void answersWhatIsNoRequestAtAllWithoutNamingItsServer() throws Exception {
    for (String nonsense :
        List.of(
            "GET /nl\\..\\x HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET  HTTP/1.1\r\n\r\n",
            "\u0001\r\n\r\n")) {
      try (Socket socket = new Socket("localhost", rig.address().getPort())) {
        socket.getOutputStream().write(nonsense.getBytes(StandardCharsets.US_ASCII));
        socket.shutdownOutput();
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer)
            .isNotEmpty()
            .doesNotContain("HTTP/1.1 200", "Tomcat", "Exception", "java.");
      }
    }
  }

  @Test
  void tellsMachinesWhereToReportAndWhatToLeaveAlone() {
    assertThat(walker.get("/.well-known/security.txt").body())
        .startsWith("Contact: mailto:security@register.example\nExpires: 20")
        .contains("Canonical: http://localhost:");
    assertThat(walker.get("/robots.txt").body())
        .contains("Disallow: " + RECORD + "\n")
        .doesNotContain("Disallow: /nl/contact");
    assertThat(location(walker.get("/favicon.ico"))).endsWith(".svg");
    assertThat(walker.get("/nl/contact").body()).doesNotContain("noindex");
    assertThat(walker.logIn().body()).contains("<meta name=\"robots\" content=\"noindex\">");
  }

  @Test
  void choosesTheLanguageOfTheBrowserOnTheFirstPage() {
    assertThat(location(walker.send("GET", "/", "", "Accept-Language", "en-GB,nl;q=0.3")))
        .endsWith("/en");
    assertThat(location(walker.send("GET", "/", "", "Accept-Language", "fr"))).endsWith("/nl");
  }

  @Test
  void asksTheGatewayOncePerPageAndNotForAGreeting() {
    walker.walk("/nl/inloggen");
    assertThat(rig.gateway.questions).isEmpty();
    walker.get(RECORD);
    assertThat(rig.gateway.questions).contains("/citizen/v1/dossier");
    walker.get(RECORD);
    assertThat(rig.gateway.questions.stream().filter(SourcesView.PATH::equals).count())
        .as("how fresh the register is, is asked once a minute for everybody")
        .isLessThan(2);
    rig.gateway.questions.clear();
    assertThat(walker.get(PortalPage.MY_VACCINATIONS.address(Language.EN)).body())
        .contains("Welcome, I.J. van der Turfhaven");
    walker.get(PortalPage.ACCESS_LOG.address(Language.NL) + "?van=2026-01-01&tot=2026-02-01");
    assertThat(rig.gateway.questions)
        .containsExactly("/citizen/v1/access-log?from=2026-01-01&until=2026-02-01");
  }

  @Test
  void namesBothPartiesThatReportedADoseAndSaysWhyItIsOne() {
    walker.walk("/nl/inloggen");
    assertThat(walker.get(PortalPage.RECORD.address(Language.EN)).body())
        .containsOnlyOnce(
            "Reported by both GGD regio Utrecht and Huisartsenpraktijk De Linde. It is the same vaccine on the same day.");
    assertThat(walker.get(RECORD).body())
        .contains("Doorgegeven door zowel GGD regio Utrecht als Huisartsenpraktijk De Linde.");
  }

  @Test
  void explainsAPeriodThatDoesNotExistWithoutAskingTheGateway() {
    walker.walk("/nl/inloggen");
    String log = PortalPage.ACCESS_LOG.address(Language.EN);
    assertThat(walker.get(log + "?van=2026-02-31&tot=x").body()).contains("a date that exists");
    assertThat(walker.get(log + "?van=2026-02-02&tot=2026-02-01").body())
        .contains("Please swap them");
    assertThat(rig.gateway.questions).isEmpty();
  }

  @Test
  void offersTheProofOfEachLineOnceItIsThere() {
    walker.walk("/nl/inloggen");
    String page = walker.get(PortalPage.ACCESS_LOG.address(Language.NL)).body();
    String proof = PortalPage.LOG_PROOF.address(Language.NL) + "?regel=";
    assertThat(page.split(Pattern.quote(proof))).hasSize(rig.gateway.log.lines().size() + 1);

    String line = rig.gateway.log.lines().getFirst().id().toString();
    HttpResponse<String> file = walker.get(proof + line);
    assertThat(file.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"bewijs-inzage-dossier.json\"");
    assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
    assertThat(file.body()).contains("\"checkpoint\"", "\"shown\"");
    assertThat(rig.gateway.questions).contains(AccessLogProof.path(UUID.fromString(line)));

    AccessLogProof whole = rig.gateway.proof;
    rig.gateway.proof = new AccessLogProof(whole.line(), whole.leaf(), Optional.empty());
    try {
      HttpResponse<String> waiting = walker.get(proof + line);
      assertThat(waiting.statusCode()).isEqualTo(503);
      assertThat(waiting.body()).contains("Het bewijs is er nog niet", proof + line);
    } finally {
      rig.gateway.proof = whole;
    }
  }

  @Test
  void showsEachRefusalOfTheGatewayAsItsOwnPage() {
    assertRefused(
        ProblemType.UPSTREAM_UNAVAILABLE, 503, "Het register is op dit moment niet bereikbaar");
    assertRefused(ProblemType.INTERNAL, 503, "Het register is op dit moment niet bereikbaar");
    assertRefused(ProblemType.TOO_MANY_REQUESTS, 503, "Het is erg druk");
    assertRefused(ProblemType.FORBIDDEN, 403, "Dit mag niet");
    assertEnds(ProblemType.TOKEN_INVALID, PortalPage.SESSION_ENDED);
    assertEnds(ProblemType.ASSURANCE_TOO_LOW, PortalPage.LEVEL_TOO_LOW);
  }

  private void assertRefused(ProblemType problem, int status, String words) {
    Walker fresh = new Walker(rig);
    rig.gateway.refusal = Optional.of(problem);
    HttpResponse<String> page = fresh.logIn();
    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(page.body()).contains(words);
    rig.gateway.refusal = Optional.empty();
    assertThat(fresh.get(RECORD).statusCode()).isEqualTo(200);
  }

  private void assertEnds(ProblemType problem, PortalPage expected) {
    Walker fresh = new Walker(rig);
    rig.gateway.refusal = Optional.of(problem);
    assertThat(fresh.logIn().uri().getPath()).isEqualTo(expected.address(Language.NL));
    rig.gateway.refusal = Optional.empty();
    assertThat(fresh.get(RECORD).statusCode()).isEqualTo(302);
  }

  @Test
  void outlivesAGatewayThatIsGoneForAWhile() throws Exception {
    walker.logIn();
    rig.gateway.server().stop();
    HttpResponse<String> page = walker.get(RECORD);
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.headers().firstValue("Retry-After")).isPresent();
    assertThat(page.body()).contains("Probeer het opnieuw", "href=\"" + RECORD + "\"");
    rig.gateway.server().start();
    assertThat(walker.get(RECORD).statusCode()).isEqualTo(200);
  }

  @Test
  void saysThatLoggingInIsNotPossibleWhileTheBrokerIsGone() throws Exception {
    rig.broker.back().stop();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              HttpResponse<String> page = new Walker(rig).get("/nl/inloggen");
              assertThat(page.statusCode()).isEqualTo(503);
              assertThat(page.body()).contains("Inloggen lukt nu niet");
            });
    assertThat(new Walker(rig).get("/nl").body()).contains("Inloggen lukt nu niet");
    rig.broker.back().start();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(new Walker(rig).logIn().statusCode()).isEqualTo(200));
  }

  @Test
  void showsAnEmptyDossierWithoutSayingWhy() {
    rig.gateway.dossier = Examples.empty();
    String page = walker.logIn().body();
    rig.gateway.dossier = Examples.dossier();
    assertThat(page).contains("geen vaccinaties van u gevonden").doesNotContain("<table");
  }

  @Test
  void tellsAMachineThatItIsWell() {
    HttpResponse<String> health = walker.get("/actuator/health");
    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("UP").doesNotContain("components", "diskSpace");
    assertThat(walker.get("/actuator/env").statusCode()).isEqualTo(404);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
