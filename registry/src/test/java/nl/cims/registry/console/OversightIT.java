// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.AccessLogView.Line;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Party;
import nl.cims.registry.accesslog.AccessLog;
import nl.cims.registry.console.StaffBroker.Login;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Reports;
import nl.cims.registry.intake.Sender;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/// Staff who browse or sell are held off at the console, and a supervisor sees why. From which
/// count on is in `NormalWorkTest`; here it is done for real.
class OversightIT {

  private static final AtomicInteger HUNDREDS = new AtomicInteger(9_870_000);
  private static final Duration A_WHILE_AGO = Duration.ofMinutes(6);

  private final RegistryProcess registry = RegistryProcess.running();
  private final String thief = "thief-" + UUID.randomUUID();

  @Test
  void whoSellsIsAskedForHisPasskeySuspendedAndJudged() {
    List<Bsn> row = neighbours();
    Clerk seller = loggedIn(thief, A_WHILE_AGO, "registrar");
    for (int i = 0; i < 3; i++) {
      assertThat(find(seller, row.get(i), "zaak " + i).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> again = find(seller, row.get(3), "zaak 3");
    assertThat(again.statusCode()).isEqualTo(403);
    assertThat(again.body())
        .contains("Gebruik uw passkey opnieuw", "/nl/inloggen?pagina=FIND")
        .doesNotContain(row.get(3).reveal());
    assertThat(lines(row.get(3)))
        .singleElement()
        .extracting(Line::outcome)
        .isEqualTo(Outcome.REFUSED);

    Clerk fresh = loggedIn(thief, Duration.ZERO, "registrar");
    Bsn known = row.get(4);
    register(known);
    String open = find(fresh, known, "zaak 4").headers().firstValue("Location").orElseThrow();
    assertThat(fresh.get(open).statusCode()).isEqualTo(200);
    assertThat(find(fresh, row.get(5), "zaak 5").statusCode()).isEqualTo(200);
    assertThat(find(fresh, row.get(6), "zaak 6").body()).contains("U kunt nu geen dossiers openen");
    assertThat(fresh.get(open)).satisfies(OversightIT::isSuspended);
    Bsn other = TestNumbers.fresh();
    register(other);
    assertThat(find(loggedIn(thief, Duration.ZERO, "registrar"), other, "zaak 7"))
        .as("whoever it is about and however he logs in")
        .satisfies(OversightIT::isSuspended);
    assertThat(lines(known)).extracting(Line::outcome).doesNotContain(Outcome.REFUSED);

    Clerk auditor = loggedIn("auditor-" + thief, Duration.ZERO, "auditor");
    String alerts = auditor.get("/nl/signalen").body();
    assertThat(alerts)
        .contains(
            "Nummers die op elkaar volgen: Staf Kanariegeel " + thief, "7 mensen", "Geschorst")
        .doesNotContain(row.get(6).reveal());
    String judging = "/nl/signalen/" + newest(thief, "SUSPENDED");
    assertThat(auditor.post(judging, "reason", "Hij zocht een reeks van de GGD uit").body())
        .contains("Kies of er een verklaring is");
    assertThat(auditor.post(judging, "verdict", "EXPLAINED", "reason", "te kort").body())
        .contains("20 tot 1000");
    assertThat(fresh.get(open)).satisfies(OversightIT::isSuspended);
    auditor.post(judging, "verdict", "EXPLAINED", "reason", "Hij zocht een reeks van de GGD uit");
    assertThat(fresh.get(open).statusCode()).as("he can go on").isEqualTo(200);
    assertThat(find(fresh, row.get(7), "zaak 8").statusCode()).as("and starts anew").isEqualTo(200);
    assertThat(
            auditor
                .post(judging, "verdict", "MISUSE", "reason", "Toch anders gedacht dan eerst")
                .body())
        .contains("heeft dit net beoordeeld");
  }

  @Test
  void misuseKeepsHimOut() {
    List<Bsn> row = neighbours();
    Clerk seller = loggedIn(thief, Duration.ZERO, "registrar");
    row.forEach(bsn -> find(seller, bsn, "zaak " + UUID.randomUUID().toString().substring(0, 8)));
    Clerk auditor = loggedIn("auditor-" + thief, Duration.ZERO, "auditor");
    auditor.get("/nl/signalen");
    auditor.post(
        "/nl/signalen/" + newest(thief, "SUSPENDED"),
        "verdict",
        "MISUSE",
        "reason",
        "Er is geen zaak onder deze kenmerken");
    assertThat(seller.get("/nl/persoon-zoeken")).satisfies(OversightIT::isSuspended);
  }

  @Test
  void whoHurriesIsSlowed() {
    Clerk clerk = loggedIn(thief, Duration.ZERO, "registrar");
    List<Integer> answers =
        IntStream.range(0, 12)
            .mapToObj(i -> find(clerk, neighbours().getFirst(), "dezelfde brief").statusCode())
            .toList();
    // Numbers that nobody has hold him off at the eighth, five being more than he may by then.
    assertThat(answers.subList(0, 7)).containsOnly(200);
    assertThat(answers.subList(7, 11)).containsOnly(429);
    assertThat(find(clerk, neighbours().getFirst(), "dezelfde brief").body())
        .contains("Wacht even met de volgende persoon", "U kunt verder om");
  }

  @Test
  void whoAsksForTheSamePersonAgainAndAgainIsNot() {
    Bsn bsn = TestNumbers.fresh();
    register(bsn);
    Clerk clerk = loggedIn(thief, A_WHILE_AGO, "registrar");
    for (int i = 0; i < 20; i++) {
      assertThat(find(clerk, bsn, "zaak 1").statusCode()).isEqualTo(302);
    }
    assertThat(alerts()).isEmpty();
  }

  @Test
  void manyWindowsAreNoWayAround() throws Exception {
    List<Bsn> row = neighbours();
    List<Clerk> windows =
        Stream.generate(() -> loggedIn(thief, Duration.ZERO, "registrar")).limit(3).toList();
    windows.forEach(window -> window.get("/nl/persoon-zoeken"));
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < row.size(); i++) {
        Bsn bsn = row.get(i);
        Clerk window = windows.get(i % windows.size());
        String errand = "zaak " + i;
        answers.add(all.submit(() -> ask(window, bsn, errand).statusCode()));
      }
    }
    int given = 0;
    for (Future<Integer> answer : answers) {
      given += answer.get() == 200 ? 1 : 0;
    }
    assertThat(given).as("who is held off gets no more than a few").isEqualTo(5);
  }

  @Test
  void whoeverIsFamousIsGuardedAndTheSupervisorSeesIt() {
    Bsn famous = TestNumbers.fresh();
    register(famous);
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String id = thief + i;
      answers.add(find(loggedIn(id, A_WHILE_AGO, "registrar"), famous, "zaak " + i).statusCode());
    }
    assertThat(answers).containsExactly(302, 302, 302, 302, 302, 403);
    Clerk auditor = loggedIn("auditor-" + thief, Duration.ZERO, "auditor");
    assertThat(auditor.get("/en/alerts").body())
        .contains("Many employees, one person: Staf Kanariegeel " + thief + "3", "4 employees")
        .doesNotContain("one person: Staf Kanariegeel " + thief + "2");
    Clerk last = loggedIn(thief + 5, A_WHILE_AGO, "registrar");
    assertThat(find(last, famous, "zaak 6").statusCode()).isEqualTo(403);
    auditor.post(
        "/nl/signalen/" + newest(thief + 5, "PASSKEY_AGAIN"),
        "verdict",
        "EXPLAINED",
        "reason",
        "Hij deed de nacontrole van deze zaak");
    assertThat(find(last, famous, "zaak 7").statusCode()).as("eyes count anew").isEqualTo(302);
  }

  @Test
  void nobodyJudgesHimselfAndNothingIsChangedAfterwards() {
    Clerk both = loggedIn(thief, Duration.ZERO, "registrar", "auditor");
    neighbours().stream().limit(3).forEach(bsn -> find(both, bsn, "zaak 12"));
    String id = newest(thief, "NOTED").toString();
    both.get("/nl/signalen");
    assertThat(
            both.post(
                    "/nl/signalen/" + id,
                    "verdict",
                    "EXPLAINED",
                    "reason",
                    "Het was gewoon mijn werk")
                .body())
        .contains("Dit was u zelf");
    for (String change :
        List.of(
            "UPDATE oversight.alert SET measure = 'NOTED'",
            "DELETE FROM oversight.alert",
            "TRUNCATE oversight.alert CASCADE",
            "INSERT INTO oversight.judgement SELECT id, staff, staff, name, 'EXPLAINED', name, now()"
                + " FROM oversight.alert LIMIT 1")) {
      assertThatThrownBy(() -> registry.owner().sql(change).update())
          .as(change)
          .isInstanceOf(DataAccessException.class);
    }
  }

  private static void isSuspended(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("U kunt nu geen dossiers openen");
  }

  private Clerk loggedIn(String id, Duration ago, String... roles) {
    return Clerk.loggedIn(registry, Login.of(id, roles).ago(ago));
  }

  private static HttpResponse<String> find(Clerk clerk, Bsn bsn, String reference) {
    clerk.get("/nl/persoon-zoeken");
    return ask(clerk, bsn, reference);
  }

  private static HttpResponse<String> ask(Clerk clerk, Bsn bsn, String reference) {
    return clerk.post(
        "/nl/persoon-zoeken",
        "bsn",
        bsn.reveal(),
        "occasion",
        "CITIZEN_BY_PHONE",
        "reference",
        reference);
  }

  /// All BSNs of a hundred numbers that no other test takes.
  private static List<Bsn> neighbours() {
    int hundred = HUNDREDS.incrementAndGet();
    return IntStream.range(0, 100)
        .mapToObj(i -> Bsn.parse(Integer.toString(hundred * 100 + i)))
        .flatMap(Optional::stream)
        .toList();
  }

  private UUID newest(String staff, String measure) {
    return registry
        .owner()
        .sql(
            "SELECT id FROM oversight.alert WHERE staff = ? AND measure = ? ORDER BY raised_at DESC LIMIT 1")
        .params(staff, measure)
        .query(UUID.class)
        .single();
  }

  private List<String> alerts() {
    return registry
        .owner()
        .sql("SELECT sign FROM oversight.alert WHERE staff = ?")
        .param(thief)
        .query(String.class)
        .list();
  }

  private List<Line> lines(Bsn bsn) {
    Instant now = Clock.systemUTC().instant();
    return registry
        .bean(AccessLog.class)
        .about(bsn, now.minus(Duration.ofDays(1)), now.plusSeconds(60), 100);
  }

  private void register(Bsn bsn) {
    Reports report = Reports.of(bsn);
    registry
        .bean(Intake.class)
        .accept(
            Sender.of("ggd-utrecht", Party.Channel.FHIR),
            report.message(),
            List.of(report.report()));
  }
}
