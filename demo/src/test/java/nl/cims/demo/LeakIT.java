// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.cims.simulators.coronit.Desk;
import nl.cims.testkit.leaks.Leak;
import nl.cims.testkit.leaks.LeakScan;
import nl.cims.testkit.messages.FhirMessages;
import nl.cims.testkit.messages.Message;
import nl.cims.testkit.people.Source;
import nl.cims.testkit.people.TestCitizen;
import nl.cims.vocabulary.AssuranceLevel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// People who exist nowhere else are sent over every channel, well and badly, and looked at; then
/// everything that the processes wrote is searched for them.
class LeakIT {

  /// Sent to the register by parties.
  private static final Canary SENT = Canary.fresh();

  /// Sent by HL7 v2 and in files.
  private static final Canary FILED = Canary.fresh();

  /// Somebody in the GGDs' own database, which is not ours to encrypt.
  private static final Canary AT_THE_GGD = Canary.fresh();

  private static final List<String> ANSWERS = new ArrayList<>();
  private static final RunningDemo DEMO = RunningDemo.instance();

  @BeforeAll
  static void sendAndLook() throws InterruptedException, IOException, SQLException {
    sendFhir();
    sendHl7();
    sendFile();
    enterAtTheGgd();
    look();
  }

  @Test
  void noProcessWroteThemToItsLogOrAnyOtherFile() {
    LeakScan scan = new LeakScan(everybody());
    Path home = DEMO.cims().settings().file(Deployable.REGISTRY).getParent().getParent();

    assertThat(
            scan.files(
                home, file -> !file.startsWith(home.resolve("postgresql")) && !simulators(file)))
        .isEmpty();
    assertThat(scan.files(home.resolve("settings"), LeakIT::simulators))
        .as("the search finds whom the simulator lets log in")
        .isNotEmpty();
  }

  @Test
  void noTemporaryFileHoldsThem() {
    LeakScan scan = new LeakScan(Canary.secrets(Map.of("sent", SENT, "filed", FILED)));

    assertThat(
            scan.files(
                Path.of(System.getProperty("java.io.tmpdir")),
                file -> file.toString().contains("tomcat") || file.toString().contains("undertow")))
        .isEmpty();
  }

  @Test
  void neitherTheDatabasesFilesNorItsWriteAheadLogHoldThem() throws SQLException {
    try (Connection connection = DEMO.cims().postgres().database("registry").getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT");
    }
    Path data =
        DEMO.cims()
            .settings()
            .file(Deployable.REGISTRY)
            .getParent()
            .resolveSibling("postgresql")
            .resolve("data");

    List<Leak> found =
        new LeakScan(Canary.secrets(Map.of("sent", SENT, "filed", FILED, "ggd", AT_THE_GGD)))
            .files(data, file -> true);

    assertThat(found).extracting(Leak::what).noneMatch(what -> !what.startsWith("ggd"));
    assertThat(found)
        .as("the search finds the GGDs' plain rows in table and write-ahead log")
        .anyMatch(leak -> leak.where().contains("/base/"))
        .anyMatch(leak -> leak.where().contains("/pg_wal/"));
  }

  @Test
  void aDumpOfOurDatabasesHoldsNobody() throws SQLException {
    LeakScan scan = new LeakScan(everybody());

    for (String database : List.of("registry", "broker")) {
      Map<String, String> dump = dump(database);
      assertThat(dump.keySet()).as("tables of " + database).hasSizeGreaterThan(2);
      dump.forEach((table, rows) -> assertThat(scan.text(table, rows)).isEmpty());
    }
    assertThat(dump(Coronit.DATABASE).values())
        .as("the search finds the GGDs' own")
        .anyMatch(rows -> !scan.text("coronit", rows).isEmpty());
  }

  @Test
  void noAnswerToAPartyRepeatsThem() {
    LeakScan scan = new LeakScan(everybody());

    assertThat(ANSWERS).hasSizeGreaterThan(15);
    assertThat(ANSWERS.stream().flatMap(answer -> scan.text("answer", answer).stream())).isEmpty();
    assertThat(
            scan.text(
                "a message",
                FhirMessages.single(SENT.report(Source.GP_LINDE, LocalDate.of(2021, 6, 1))).body()))
        .as("the search finds them in what was sent")
        .isNotEmpty();
  }

  private static void sendFhir() throws InterruptedException {
    Party practice = DEMO.party(Source.GP_LINDE);
    Message good = FhirMessages.single(SENT.report(Source.GP_LINDE, LocalDate.of(2021, 6, 1)));
    Message early = FhirMessages.single(SENT.report(Source.GP_LINDE, LocalDate.of(1940, 1, 1)));
    for (String body : List.of(good.body(), good.body(), early.body())) {
      keep(
          practice.ask(
              "POST",
              good.path(),
              Message.MEDIA_TYPE,
              Message.MEDIA_TYPE,
              BodyPublishers.ofString(body)));
    }
    for (String body : SENT.brokenFhir(Source.GP_LINDE)) {
      HttpResponse<String> refused =
          practice.ask(
              "POST",
              "/fhir/Immunization",
              Message.MEDIA_TYPE,
              Message.MEDIA_TYPE,
              BodyPublishers.ofString(body));
      assertThat(refused.statusCode()).isGreaterThanOrEqualTo(200).isNotEqualTo(500);
      keep(refused);
    }
    for (String path :
        List.of(
            "/fhir/Immunization?patient=%s", "/fhir/Patient/%s", "/%s", "/intake/v1/receipts/%s")) {
      keep(
          practice.ask(
              "GET",
              path.formatted(SENT.number()),
              Message.MEDIA_TYPE,
              Message.MEDIA_TYPE,
              BodyPublishers.noBody()));
    }
  }

  private static void sendHl7() throws InterruptedException {
    Party hospital = DEMO.party(Source.HOSPITAL);
    for (String date : List.of("20210612", "2021061x", FILED.number(), "18990101")) {
      keep(
          hospital.ask(
              "POST", "/hl7v2", Party.HL7, Party.HL7, BodyPublishers.ofByteArray(FILED.hl7(date))));
    }
    ANSWERS.addAll(hospital.sendOverMllp(FILED.hl7("20210713")).lines());
  }

  private static void sendFile() throws InterruptedException {
    String file =
        """
        identificatie;actie;bsn;voornamen;tussenvoegsel;achternaam;geboortedatum;geslacht;toestemming_delen;vaccinatiedatum;vaccincode;codesysteem
        canary-1;nieuw;%1$s;%2$s;;%3$s;06-05-1944;v;ja;2021-06-12;2924528;HPK
        canary-2;%3$s;%1$s0;%2$s;;%3$s;%3$s;v;ja;%1$s;%3$s;HPK
        """
            .formatted(FILED.number(), FILED.person().name().given(), FILED.surname());
    keep(
        DEMO.party(Source.CARE_HOME)
            .ask(
                "POST",
                "/csv/v1/uploads",
                "text/csv",
                "application/json",
                BodyPublishers.ofString(file)));
  }

  private static void enterAtTheGgd() throws SQLException {
    try (Connection connection =
        DEMO.cims().postgres().database(Coronit.DATABASE).getConnection()) {
      connection.setAutoCommit(false);
      new Desk(connection).enter(AT_THE_GGD.report(Source.GGD_UTRECHT, LocalDate.of(2021, 6, 1)));
      connection.commit();
    }
  }

  private static void look() {
    try (CitizenBrowser browser = new CitizenBrowser(DEMO.portal())) {
      browser.logIn(TestCitizen.LONG_NAME, AssuranceLevel.SUBSTANTIEEL);
      assertThat(browser.open(CitizenBrowser.RECORD_NL)).isEqualTo(200);
      browser.page().waitForDownload(() -> browser.page().locator("a[href$='.pdf']").click());
      browser.page().waitForDownload(() -> browser.page().locator("a[href$='.json']").click());
      assertThat(browser.open("/nl/" + TestCitizen.LONG_NAME.person().bsn().reveal()))
          .isEqualTo(404);
      assertThat(browser.open(CitizenBrowser.LOG_NL)).isEqualTo(200);
    }
  }

  private static void keep(HttpResponse<String> response) {
    ANSWERS.add(response.headers().map() + response.body());
  }

  /// Whom to look for where nobody may be found: the canaries, and the test citizens' numbers.
  private static Map<String, String> everybody() {
    Map<String, String> all =
        new TreeMap<>(Canary.secrets(Map.of("sent", SENT, "filed", FILED, "ggd", AT_THE_GGD)));
    Stream.of(TestCitizen.values())
        .forEach(each -> all.put(each.name(), each.person().bsn().reveal()));
    all.put("the long surname", TestCitizen.LONG_NAME.person().name().surname());
    return all;
  }

  private static boolean simulators(Path file) {
    return file.getFileName().toString().equals("people.json");
  }

  private static Map<String, String> dump(String database) throws SQLException {
    Map<String, String> dump = new TreeMap<>();
    try (Connection connection = DEMO.cims().postgres().database(database).getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet rows =
            statement.executeQuery("SELECT string_agg(t::text, E'\\n') FROM " + table + " t")) {
          rows.next();
          dump.put(table, String.valueOf(rows.getString(1)));
        }
      }
    }
    return dump;
  }
}
