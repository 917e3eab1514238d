// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.contracts.citizen.AccessLogView.Line;
import nl.cims.contracts.citizen.AccessLogView.Medium;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.contracts.citizen.AccessLogView.Reason;
import nl.cims.contracts.citizen.AccessLogView.Role;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Party;
import nl.cims.registry.accesslog.AccessLog;
import nl.cims.registry.console.StaffBroker.Login;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Outcome.Quarantined;
import nl.cims.registry.intake.Reports;
import nl.cims.registry.intake.Sender;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/// What staff do at the console, and what stays of it in the access log. As HTTP, so that each
/// answer and each header is seen; [ConsoleBrowserIT] looks at the same pages in a browser.
class ConsoleIT {

  private static final String REASON = "Spoedeisende hulp belt, patiënt is buiten kennis";
  private static final Pattern HANDLE = Pattern.compile("/nl/dossier/([A-Za-z0-9_-]{24})");

  private final RegistryProcess registry = RegistryProcess.running();
  private final Bsn bsn = TestNumbers.fresh();

  @Test
  void aDossierIsOpenedForAPurposeAndLeavesOneLineOfTheLook() {
    register(bsn);
    Clerk clerk = clerk("registrar");
    HttpResponse<String> found = find(clerk, bsn, "CITIZEN_BY_PHONE", "2026-0042");
    assertThat(lines()).extracting(Line::kind).containsExactly(Kind.PERSON_SEARCH);

    HttpResponse<String> page = clerk.walk(found);

    assertThat(page.body())
        .contains("Kanariepiet", "HPK 2924528", "Comirnaty", "2026-0042", "GGD regio Utrecht")
        .doesNotContain(bsn.reveal());
    assertThat(page.uri().toString()).doesNotContain(bsn.reveal());
    assertThat(lines())
        .extracting(Line::kind, Line::reason, Line::role, Line::askedBy, Line::medium)
        .containsExactly(
            tuple(
                Kind.DOSSIER_VIEW,
                Reason.CITIZEN_REQUEST,
                Role.REGISTRAR,
                Role.CITIZEN,
                Medium.PHONE),
            tuple(
                Kind.PERSON_SEARCH,
                Reason.CITIZEN_REQUEST,
                Role.REGISTRAR,
                Role.CITIZEN,
                Medium.CONSOLE));
    assertThat(column("care_relation", "DOSSIER_VIEW")).isEqualTo("CITIZEN_BY_PHONE 2026-0042");
    assertThat(column("rule", "DOSSIER_VIEW")).isEqualTo("OPEN_DOSSIER");
    clerk.get(page.uri().getPath());
    assertThat(lines()).as("each look is a line").hasSize(3);
  }

  @Test
  void nothingIsShownAndNothingLoggedBeforeThePurposeIsKnown() {
    register(bsn);
    Clerk clerk = clerk("registrar");
    for (String[] wrong :
        new String[][] {
          {"", "2026-0042"},
          {"EMERGENCY", "2026-0042"},
          {"SUPERVISION", "2026-0042"},
          {"CITIZEN_BY_PHONE", ""},
          {"CITIZEN_BY_PHONE", "zaak " + bsn.reveal()},
          {"CITIZEN_BY_PHONE", "zaak " + bsn.reveal().replaceAll("(...)(...)", "$1.$2.")}
        }) {
      HttpResponse<String> answer = find(clerk, bsn, wrong[0], wrong[1]);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("Dit klopt nog niet").doesNotContain("Kanariepiet");
    }
    assertThat(lines()).isEmpty();
  }

  @Test
  void onlyExactlyTheNumberFindsAndASearchWithoutResultIsLoggedToo() {
    register(TestNumbers.fresh());
    Clerk clerk = clerk("medical-adviser");
    HttpResponse<String> answer = find(clerk, bsn, "CARE_PROVIDER", "dossier 7");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("Niet gevonden onder dit nummer")
        .doesNotContain(bsn.reveal());
    assertThat(lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.kind()).isEqualTo(Kind.PERSON_SEARCH);
              assertThat(line.outcome()).isEqualTo(Outcome.NOTHING_FOUND);
              assertThat(line.role()).isEqualTo(Role.MEDICAL_ADVISER);
            });
    for (String inexact : List.of("Kanariepiet", bsn.reveal().substring(0, 8), "%", "")) {
      assertThat(
              clerk
                  .post(
                      "/nl/persoon-zoeken",
                      "bsn",
                      inexact,
                      "occasion",
                      "CARE_PROVIDER",
                      "reference",
                      "dossier 7")
                  .body())
          .contains("Vul een geldig burgerservicenummer");
    }
    assertThat(lines()).hasSize(1);
  }

  @Test
  void theNameOfADossierHoldsForOnePersonInOneSession() {
    register(bsn);
    Clerk clerk = clerk("registrar");
    String path = handle(find(clerk, bsn, "RECALL", "batch EJ6796"));
    assertThat(clerk.get(path).statusCode()).isEqualTo(200);
    assertThat(clerk("registrar").get(path).statusCode()).isEqualTo(404);
    // Another employee logs in with the browser of the first.
    clerk.logIn(Login.of("another", "registrar"));
    assertThat(clerk.get(path))
        .satisfies(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(404);
              assertThat(answer.body()).contains("niet meer open").doesNotContain("Kanariepiet");
            });
  }

  @Test
  void theRegistrarReadsWhoLookedAndThatIsALineToo() {
    register(bsn);
    Clerk clerk = clerk("registrar");
    String path = handle(find(clerk, bsn, "DATA_QUALITY", "K-1"));
    assertThat(clerk.get(path + "/inzage").body())
        .contains("Registermedewerker", "Opgezocht")
        .containsOnlyOnce("Staf Kanariegeel reg"); // who has logged in
    assertThat(lines()).extracting(Line::kind).startsWith(Kind.LOG_VIEW);
    assertThat(clerk.get(path + "/inzage?van=2026-02-02&tot=2026-01-01").body())
        .contains("De eerste dag ligt na de laatste");
  }

  @Test
  void twoReportsArePartedAndJoinedAgainWithAReason() {
    accept("ggd-utrecht", Reports.of(bsn));
    accept("gp-jansen", Reports.of(bsn).on("2021-01-09"));
    Clerk clerk = clerk("registrar");
    String path = handle(find(clerk, bsn, "DATA_QUALITY", "K-2"));
    String page = clerk.get(path).body();
    Matcher pair =
        Pattern.compile("(?s)name=\"one\" value=\"([^\"]+)\".*?name=\"other\" value=\"([^\"]+)\"")
            .matcher(page);
    assertThat(pair.find()).isTrue();
    assertThat(part(clerk, path, pair, "PARTED", "te kort").body()).contains("20 tot 1000");
    HttpResponse<String> parted = part(clerk, path, pair, "PARTED", "Burger zegt: twee prikken");
    assertThat(clerk.walk(parted).body())
        .contains("Door medewerkers uit elkaar gehaald", "Burger zegt: twee prikken");
    assertThat(lines()).extracting(Line::kind).contains(Kind.DOSE_PARTING);
    HttpResponse<String> undone =
        part(clerk, path, pair, "UNDONE", "Het was toch dezelfde prik, zegt de huisarts");
    assertThat(clerk.walk(undone).body()).doesNotContain("Door medewerkers uit elkaar gehaald");
    String other = UUID.randomUUID().toString();
    assertThat(
            clerk
                .post(
                    path + "/doses",
                    "one",
                    pair.group(1),
                    "other",
                    other,
                    "act",
                    "PARTED",
                    "reason",
                    "Een prik van iemand anders")
                .statusCode())
        .isEqualTo(400);
  }

  @Nested
  class InAnEmergency {

    private final Clerk adviser = clerk("medical-adviser");

    @Test
    void theDossierOpensIsMarkedAndIsJudgedBySomebodyElse() {
      register(bsn);
      adviser.get("/nl/spoedinzage");
      HttpResponse<String> page = adviser.walk(open(REASON));
      assertThat(page.body()).contains("Kanariepiet", "Met spoed geopend");
      assertThat(lines()).hasSize(2).allMatch(Line::emergency);
      assertThat(column("assurance", "DOSSIER_VIEW")).isEqualTo("PASSKEY_AGAIN");
      String id = column("care_relation", "DOSSIER_VIEW").replace("EMERGENCY ", "");

      Clerk auditor = clerk("auditor");
      assertThat(auditor.get("/nl/spoedinzagen").body())
          .contains(REASON, id)
          .doesNotContain(bsn.reveal(), "Kanariepiet");
      assertThat(judge(auditor, id, "", "Nagevraagd bij het ziekenhuis").body())
          .contains("Kies of het terecht was");
      assertThat(judge(auditor, id, "JUSTIFIED", "Nagevraagd bij het ziekenhuis").statusCode())
          .isEqualTo(302);
      assertThat(judge(auditor, id, "NOT_JUSTIFIED", "Toch een ander oordeel hierover").body())
          .contains("Nagevraagd bij het ziekenhuis");
      assertThat(verdicts(id)).containsExactly("JUSTIFIED");
    }

    @Test
    void nobodyJudgesHimselfWhateverHisRoles() {
      register(bsn);
      Clerk both =
          Clerk.loggedIn(registry, Login.of("both-" + UUID.randomUUID(), "registrar", "auditor"));
      both.get("/nl/spoedinzage");
      both.post("/nl/spoedinzage", "bsn", bsn.reveal(), "reason", REASON);
      String id = column("care_relation", "PERSON_SEARCH").replace("EMERGENCY ", "");
      assertThat(judge(both, id, "JUSTIFIED", "Ik vond het zelf heel terecht").body())
          .contains("Dit was u zelf");
      assertThat(verdicts(id)).isEmpty();
      assertThatThrownBy(
              () ->
                  registry
                      .owner()
                      .sql(
                          """
                          INSERT INTO console.judgement
                          SELECT id, staff, staff, name, 'JUSTIFIED', reason, now() FROM console.emergency
                          WHERE id = ?::uuid
                          """)
                      .param(id)
                      .update())
          .as("the database refuses it too")
          .isInstanceOf(DataAccessException.class);
    }

    @Test
    void isOnTheListAlsoIfNobodyIsFound() {
      adviser.get("/nl/spoedinzage");
      assertThat(open(REASON).body()).contains("Niet gevonden onder dit nummer");
      assertThat(lines()).singleElement().matches(Line::emergency);
      assertThat(column("care_relation", "PERSON_SEARCH")).startsWith("EMERGENCY ");
    }

    @Test
    void needsAReasonWithoutANumberInIt() {
      adviser.get("/nl/spoedinzage");
      assertThat(open("nodig").body()).contains("20 tot 1000");
      assertThat(open("Het gaat om burger " + bsn.reveal()).body()).contains("Haal het weg");
      assertThat(lines()).isEmpty();
    }

    @Test
    void needsAPasskeyShownWithinFiveMinutesAndComesBack() {
      Login tired = Login.of("tired", "medical-adviser").ago(Duration.ofMinutes(6));
      Clerk clerk = Clerk.loggedIn(registry, tired);
      assertThat(clerk.get("/nl/spoedinzage").body()).contains("Passkey opnieuw gebruiken");
      assertThat(clerk.post("/nl/spoedinzage", "bsn", bsn.reveal(), "reason", REASON).body())
          .contains("Passkey opnieuw gebruiken");
      assertThat(lines()).isEmpty();
      registry.staffBroker().next = Login.of("tired", "medical-adviser");
      HttpResponse<String> back = clerk.walk("/nl/inloggen?pagina=EMERGENCY");
      assertThat(back.uri().getPath()).isEqualTo("/nl/spoedinzage");
      assertThat(registry.staffBroker().authorizations.getLast())
          .containsEntry("max_age", "300")
          .containsEntry("acr_values", "phr");
      assertThat(back.body()).contains("Waarom kan het niet wachten?");
    }

    private HttpResponse<String> open(String reason) {
      return adviser.post("/nl/spoedinzage", "bsn", bsn.reveal(), "reason", reason);
    }

    private HttpResponse<String> judge(Clerk clerk, String id, String verdict, String reason) {
      clerk.get("/nl/spoedinzagen");
      return clerk.post("/nl/spoedinzagen/" + id, "verdict", verdict, "reason", reason);
    }

    private List<String> verdicts(String id) {
      return registry
          .owner()
          .sql("SELECT verdict FROM console.judgement WHERE emergency = ?::uuid")
          .param(id)
          .query(String.class)
          .list();
    }
  }

  @Nested
  class WhatWaits {

    private final Clerk clerk = clerk("registrar");
    private final UUID report = waiting();

    @Test
    void isShownWithoutANameUntilSomebodySaysWhy() {
      String path = "/nl/quarantaine/" + report;
      assertThat(clerk.get("/nl/quarantaine?bron=gp-jansen").body()).contains(report.toString());
      assertThat(clerk.get(path).body())
          .contains("De vaccinatie ligt in de toekomst")
          .doesNotContain("Kanariepiet");
      assertThat(lines()).isEmpty();
      assertThat(clerk.post(path + "/openen", "reference", "").body()).contains("Geef een kenmerk");
      assertThat(lines()).isEmpty();
      assertThat(clerk.post(path + "/openen", "reference", "R-9").body())
          .contains("Kanariepiet", "HPK 2924528")
          .doesNotContain(bsn.reveal());
      assertThat(lines()).extracting(Line::kind).containsExactly(Kind.QUARANTINE_VIEW);
    }

    @Test
    void isTakenUpAgainAndItsSourceIsAsked() {
      String path = "/nl/quarantaine/" + report;
      clerk.get(path);
      assertThat(clerk.post(path + "/opnieuw").body()).contains("De melding wacht nog steeds");
      assertThat(lines()).extracting(Line::kind).containsExactly(Kind.QUARANTINE_REPAIR);
      clerk.post(path + "/vraag", "reason", "Gebeld: de praktijk stuurt een andere datum");
      assertThat(clerk.get(path).body()).contains("Gebeld: de praktijk stuurt een andere datum");
      assertThat(clerk.get("/nl/quarantaine/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
      assertThat(clerk.get("/nl/quarantaine/nonsense").statusCode()).isEqualTo(400);
      assertThat(clerk.get("/nl/bronnen").body()).contains("Opvang Noord", "post@opvang-noord");
    }

    private UUID waiting() {
      String tomorrow = LocalDate.now().plusDays(1).toString();
      return ((Quarantined) accept("gp-jansen", Reports.of(bsn).on(tomorrow))).receipt().message();
    }
  }

  @Test
  void theAuditorSearchesTheLogByPersonOrByEmployeeAndThatIsLogged() {
    register(bsn);
    String id = "reg-" + UUID.randomUUID();
    Clerk seen = Clerk.loggedIn(registry, Login.of(id, "registrar"));
    seen.get("/nl/persoon-zoeken");
    seen.walk(find(seen, bsn, "SIDE_EFFECT", "S-3"));
    Clerk auditor = clerk("auditor");
    auditor.get("/nl/inzagelog");
    assertThat(auditor.post("/nl/inzagelog", "bsn", bsn.reveal()).body())
        .contains("Staf Kanariegeel " + id, "Klacht na een vaccinatie", ">S-3<", "Passkey")
        .doesNotContain(bsn.reveal(), "Kanariepiet", "SIDE_EFFECT");
    assertThat(lines()).extracting(Line::kind).startsWith(Kind.LOG_VIEW);
    assertThat(lines().getFirst().role()).isEqualTo(Role.AUDITOR);
    assertThat(auditor.post("/nl/inzagelog", "employee", id).body()).contains(">S-3<");
    assertThat(auditor.post("/nl/inzagelog", "employee", id, "bsn", bsn.reveal()).body())
        .contains("niet allebei");
    assertThat(auditor.post("/nl/inzagelog").body()).contains("niet allebei");
  }

  @Test
  void whoMayNotIsToldWhichRoleIsNeededAndTheAuditorSeesIt() {
    String id = "sup-" + UUID.randomUUID();
    Clerk clerk = Clerk.loggedIn(registry, Login.of(id, "supply-manager"));
    HttpResponse<String> refused = clerk.get("/en/access-log");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("One of these roles is needed", "Supervisor");
    Clerk auditor = clerk("auditor");
    auditor.get("/en/access-log");
    assertThat(auditor.post("/en/access-log", "employee", id).body())
        .contains(">1 line<", "Refused", "Not allowed: search the access log");
  }

  private Clerk clerk(String role) {
    return Clerk.loggedIn(registry, Login.of(role + "-" + UUID.randomUUID(), role));
  }

  private HttpResponse<String> find(Clerk clerk, Bsn who, String occasion, String reference) {
    clerk.get("/nl/persoon-zoeken");
    return clerk.post(
        "/nl/persoon-zoeken", "bsn", who.reveal(), "occasion", occasion, "reference", reference);
  }

  private static HttpResponse<String> part(
      Clerk clerk, String path, Matcher pair, String act, String reason) {
    return clerk.post(
        path + "/doses",
        "one",
        pair.group(1),
        "other",
        pair.group(2),
        "act",
        act,
        "reason",
        reason);
  }

  private static String handle(HttpResponse<String> found) {
    Matcher matcher = HANDLE.matcher(found.headers().firstValue("Location").orElseThrow());
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  private void register(Bsn who) {
    accept("ggd-utrecht", Reports.of(who));
  }

  private nl.cims.registry.intake.Outcome accept(String source, Reports report) {
    return registry
        .bean(Intake.class)
        .accept(Sender.of(source, Party.Channel.FHIR), report.message(), List.of(report.report()))
        .getFirst();
  }

  /// What the citizen sees of it.
  private List<Line> lines() {
    Instant now = Clock.systemUTC().instant();
    return registry
        .bean(AccessLog.class)
        .about(bsn, now.minus(Duration.ofDays(1)), now.plusSeconds(60), 100);
  }

  /// A column of the newest line about him of this kind.
  private String column(String column, String kind) {
    UUID newest =
        lines().stream()
            .filter(line -> line.kind().name().equals(kind))
            .findFirst()
            .orElseThrow()
            .id();
    return registry
        .owner()
        .sql("SELECT " + column + " FROM accesslog.entry WHERE id = ?")
        .param(newest)
        .query(String.class)
        .single();
  }
}
