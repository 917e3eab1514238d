// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import nl.cims.testkit.browser.Chromium;
import nl.cims.testkit.browser.Complaints;
import nl.cims.testkit.people.TestCitizen;
import nl.cims.vocabulary.AssuranceLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Staff from their first code to the end of their session: broker, console, and what the citizen
/// and the auditor see of it.
class StaffJourneyIT {

  /// One dose, reported by two parties.
  private static final TestCitizen CITIZEN = TestCitizen.REPORTED_TWICE;

  private static final String NUMBER = CITIZEN.person().bsn().reveal();
  private static final String REGISTRAR = "Femke Journee";
  private static final String REFERENCE = "brief 2026-118";
  private static final String FIND = "/nl/persoon-zoeken";
  private static final String EMERGENCY = "/nl/spoedinzage";
  private static final String LOG = "/nl/inzagelog";

  private static RunningDemo demo;
  private static Chromium chromium;

  private final Complaints complaints = new Complaints();

  @BeforeAll
  static void start() {
    demo = RunningDemo.instance();
    chromium = new Chromium();
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  @AfterAll
  static void noNumberInAnyLog() {
    chromium.close();
    demo.assertNoNumberInAnyLog();
  }

  @Test
  void aRegistrarIsInvitedEnrolsLooksSomebodyUpAndIsSeenDoingIt() throws SQLException {
    Map<String, String> codes = demo.codesOfStaff();
    EmployeeBrowser registrar = employee();
    registrar.enrol(invitedByTheFirstAdministrator(codes.get("Beheerder (ADMINISTRATOR)")));
    registrar.logInAtConsole();
    looksSomebodyUp(registrar);
    opensTheSameInAnEmergency(registrar);
    asksForWhatIsNotHis(registrar);

    theCitizenSeesBothLooks();
    EmployeeBrowser auditor = employee();
    auditor.enrol(codes.get("Lotte Kuipers (AUDITOR)"));
    auditor.logInAtConsole();
    findsEverythingInTheLog(auditor);

    logsOutAtTheConsoleAndSoAtTheBroker(registrar);
    logsOutAtTheBrokerAndSoAtTheConsole(auditor);
    assertThat(complaints.all()).isEmpty();
  }

  private String invitedByTheFirstAdministrator(String code) {
    EmployeeBrowser first = employee();
    first.enrol(code);
    first.showPasskey();
    first.page().waitForURL("**/staff/passkeys");
    first.openAtBroker("/staff/people");
    first.look();
    first.page().locator("#name").fill(REGISTRAR);
    first.page().locator("input[name=role][value=REGISTRAR]").check();
    first.page().locator("form[action$='/invite'] button").click();
    String invitation = first.page().locator("#code").innerText();
    first.look();
    return invitation;
  }

  private static void looksSomebodyUp(EmployeeBrowser registrar) {
    Page page = registrar.page();
    registrar.open(FIND);
    registrar.look();
    page.locator("input[value=CITIZEN_BY_LETTER]").check();
    page.locator("#reference").fill(REFERENCE);
    page.locator("#bsn").fill(NUMBER);
    registrar.send();
    page.waitForURL("**/nl/dossier/*");
    registrar.unfold();
    assertThat(registrar.look())
        .contains(CITIZEN.person().name().surname(), REFERENCE)
        .contains("Verstuurd door GGD regio Utrecht (demo)", "Zo begrepen")
        .contains("Verstuurd door Huisartsenpraktijk De Linde")
        .containsPattern("(HPK|CVX|SNOMED|EU_PRODUCT) \\w+")
        .doesNotContain(NUMBER);
    assertThat(page.url()).doesNotContain(NUMBER);
  }

  /// Six minutes after he showed his passkey, which is too long ago.
  private static void opensTheSameInAnEmergency(EmployeeBrowser registrar) throws SQLException {
    sixMinutesPass();
    registrar.comeBackToConsole();
    Page page = registrar.page();
    registrar.open(EMERGENCY);
    assertThat(page.locator("#bsn").count()).as("the form").isZero();
    registrar.look();
    page.locator("main a.nl-button").click();
    registrar.showPasskey();
    page.waitForURL("**" + EMERGENCY);
    page.locator("#reason").fill("Spoedeisende hulp belt: patiënt is buiten kennis");
    page.locator("#bsn").fill(NUMBER);
    registrar.look();
    registrar.send();
    page.waitForURL("**/nl/dossier/*");
    assertThat(registrar.look()).contains("Met spoed geopend");
  }

  private static void sixMinutesPass() throws SQLException {
    try (Connection connection = demo.cims().postgres().database("broker").getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                UPDATE broker.staff_session SET authenticated_at = now() - interval '6 minutes'
                WHERE staff = (SELECT id FROM broker.staff WHERE name = ?)
                """)) {
      statement.setString(1, REGISTRAR);
      assertThat(statement.executeUpdate()).isPositive();
    }
  }

  private static void asksForWhatIsNotHis(EmployeeBrowser registrar) {
    assertThat(registrar.open(LOG)).isEqualTo(403);
    assertThat(registrar.look()).contains("Toezichthouder");
  }

  private static void theCitizenSeesBothLooks() {
    try (CitizenBrowser citizen = new CitizenBrowser(demo.portal())) {
      citizen.logIn(CITIZEN, AssuranceLevel.SUBSTANTIEEL);
      citizen.open(CitizenBrowser.LOG_NL);
      assertThat(citizen.text())
          .contains("Registermedewerker", "U vroeg erom", "Brief", "Spoed")
          .doesNotContain(REGISTRAR);
    }
  }

  private static void findsEverythingInTheLog(EmployeeBrowser auditor) {
    auditor.open(LOG);
    auditor.look();
    auditor.page().locator("#bsn").fill(NUMBER);
    auditor.send();
    assertThat(auditor.look())
        .contains(REGISTRAR, "De burger schrijft", REFERENCE, "Spoed, zonder relatie")
        .doesNotContain(NUMBER);
    String id =
        auditor
            .page()
            .locator("tr:has-text('%s') td:nth-child(3) .cims-table__long".formatted(REGISTRAR))
            .first()
            .innerText();
    auditor.page().locator("#employee").fill(id);
    auditor.send();
    assertThat(auditor.look()).contains(REFERENCE, "Niet toegestaan: zoeken in het inzagelog");
  }

  private static void logsOutAtTheConsoleAndSoAtTheBroker(EmployeeBrowser registrar) {
    registrar.logOut();
    registrar.page().waitForURL("**/nl/uitgelogd");
    registrar.look();
    registrar.openAtBroker("/staff/passkeys");
    assertThat(registrar.heading()).isEqualTo("Inloggen als medewerker");
    registrar.open("/nl/werk");
    assertThat(registrar.page().url()).doesNotContain("werk");
  }

  /// The broker tells it within a second or two.
  private static void logsOutAtTheBrokerAndSoAtTheConsole(EmployeeBrowser auditor) {
    auditor.openAtBroker("/staff/passkeys");
    assertThat(auditor.heading()).isEqualTo("Mijn passkeys");
    auditor.logOut();
    Page page = auditor.page();
    for (int attempt = 0; attempt < 40; attempt++) {
      auditor.open("/nl/werk");
      if (!page.url().endsWith("/nl/werk")) {
        break;
      }
      page.waitForTimeout(250);
    }
    assertThat(page.url()).contains("/nl/sessie-verlopen");
  }

  private EmployeeBrowser employee() {
    return new EmployeeBrowser(chromium, demo, complaints);
  }
}
