// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.cims.testkit.people.Dose;
import nl.cims.testkit.people.Product;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.Source;
import nl.cims.testkit.people.TestCitizen;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.PartialDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The main job from end to end: a party reports, the citizen sees it, and sees who looked.
class JourneyIT {

  private static RunningDemo demo;
  private static CitizenBrowser browser;

  @BeforeAll
  static void start() {
    demo = RunningDemo.instance();
    browser = new CitizenBrowser(demo.portal());
  }

  @AfterEach
  void forget() {
    browser.forget();
  }

  @AfterAll
  static void noNumberInAnyLog() {
    browser.close();
    demo.assertNoNumberInAnyLog();
  }

  @Test
  void aDoseReportedInHl7IsSeenWhicheverWayItCame() throws InterruptedException {
    Party hospital = demo.party(Source.HOSPITAL);
    assertThat(hospital.send("POST", "/hl7v2", Party.HL7, vxu("HL7HTTPS", "20260612")).lines())
        .first()
        .isEqualTo("AA HL7HTTPS");
    assertThat(hospital.sendOverMllp(vxu("HL7MLLP", "20261012")).lines())
        .first()
        .isEqualTo("AA HL7MLLP");
    assertThat(demo.party(Source.GP_LINDE).sendOverMllp(vxu("HL7NONE", "20260812")).lines())
        .first()
        .isEqualTo("AR HL7NONE");

    browser.logIn(TestCitizen.NO_VACCINATIONS, AssuranceLevel.SUBSTANTIEEL);
    browser.open(CitizenBrowser.RECORD_NL);
    assertThat(browser.text()).contains("HL7HTTPS", "HL7MLLP").doesNotContain("HL7NONE");
  }

  /// A dose of its own, named by its batch.
  private static byte[] vxu(String batch, String date) {
    return """
    MSH|^~\\&|HIS|HOSPITAL|CIMS|RIVM|20261012101500+0200||VXU^V04^VXU_V04|%1$s|P|2.5.1||||||UNICODE UTF-8
    PID|1||%2$s^^^NLMINBIZA^NNNLD
    ORC|RE||%1$s^HIS
    RXA|0|1|%3$s||2924528^COVID-19 VACCIN PFIZER^HPK|0.3|mL||||||||%1$s|||||CP|A
    """
        .formatted(batch, TestCitizen.NO_VACCINATIONS.person().bsn().reveal(), date)
        .replace('\n', '\r')
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aReportedDoseIsSeenInBothLanguagesAndTheLookStandsInTheLog() throws InterruptedException {
    assertThat(demo.send(dose(TestCitizen.NO_VACCINATIONS, "journey", "JRN4711")).accepted())
        .isTrue();

    browser.logIn(TestCitizen.NO_VACCINATIONS, AssuranceLevel.SUBSTANTIEEL);
    assertThat(browser.open(CitizenBrowser.RECORD_NL)).isEqualTo(200);
    assertThat(browser.page().locator("html").getAttribute("lang")).isEqualTo("nl");
    assertThat(browser.text()).contains("JRN4711").contains("El Amrani").contains("oktober 2026");
    browser.open(CitizenBrowser.RECORD_EN);
    assertThat(browser.page().locator("html").getAttribute("lang")).isEqualTo("en");
    assertThat(browser.text()).contains("JRN4711").contains("October 2026");

    assertThat(browser.open(CitizenBrowser.LOG_NL)).isEqualTo(200);
    assertThat(
            browser
                .page()
                .locator(".cims-table tbody tr")
                .filter(new Locator.FilterOptions().setHasText("Vaccinatiegegevens"))
                .first()
                .innerText())
        .contains("Bekeken", "Uzelf")
        .containsPattern("[2-9] keer");
  }

  @Test
  void aDoseThatIsReportedAgainIsSeenOnce() throws InterruptedException {
    Report report = dose(TestCitizen.LONG_BATCH_NUMBER, "again", "AGAIN12");
    Answer first = demo.send(report);
    Answer second = demo.send(report);
    assertThat(second).isEqualTo(first);

    browser.logIn(TestCitizen.LONG_BATCH_NUMBER, AssuranceLevel.SUBSTANTIEEL);
    browser.open(CitizenBrowser.RECORD_NL);
    assertThat(browser.text()).containsOnlyOnce("AGAIN12");
  }

  @Test
  void aDoseThatTwoPartiesReportIsSeenOnceUnderBothTheirNames() {
    browser.logIn(TestCitizen.REPORTED_TWICE, AssuranceLevel.HOOG);
    browser.open(CitizenBrowser.RECORD_NL);
    assertThat(browser.rows()).isEqualTo(1);
    assertThat(browser.text())
        .contains("5 juli 2021", "zowel GGD regio Utrecht (demo) als Huisartsenpraktijk De Linde")
        .contains("de datums schelen één dag");
  }

  @Test
  void anotherCitizenSeesNothingOfIt() throws InterruptedException {
    demo.send(dose(TestCitizen.FULL_COVID, "mine", "MINE0815"));
    browser.logIn(TestCitizen.CHILDHOOD, AssuranceLevel.SUBSTANTIEEL);
    browser.open(CitizenBrowser.RECORD_NL);
    assertThat(browser.rows()).isPositive();
    assertThat(browser.text()).doesNotContain("MINE0815").doesNotContain("Vries");
  }

  @Test
  void aCorrectedDoseIsSeenAsCorrectedAndAWithdrawnOneNotAtAll() {
    browser.logIn(TestCitizen.CORRECTED, AssuranceLevel.SUBSTANTIEEL);
    browser.open(CitizenBrowser.RECORD_NL);
    assertThat(browser.rows()).isEqualTo(1);
    assertThat(browser.text()).contains("FD7958").contains("1 juni 2021");
    browser.forget();
    browser.logIn(TestCitizen.WITHDRAWN, AssuranceLevel.SUBSTANTIEEL);
    browser.open(CitizenBrowser.RECORD_NL);
    assertThat(browser.rows()).isEqualTo(1);
    assertThat(browser.text()).doesNotContain("BMR");
  }

  @Test
  void whoRefusedToShareSeesTheSameAsWhoWasNeverVaccinated() {
    browser.logIn(TestCitizen.CONSENT_REFUSED, AssuranceLevel.SUBSTANTIEEL);
    assertThat(browser.open(CitizenBrowser.RECORD_NL)).isEqualTo(200);
    assertThat(browser.rows()).isZero();
    assertThat(browser.text()).doesNotContain("Hof");
  }

  @Test
  void aLoginBelowSubstantieelShowsNothing() {
    browser.logIn(TestCitizen.FULL_COVID, AssuranceLevel.MIDDEN);
    assertThat(browser.text()).contains("een veiligere manier van inloggen");
    assertThat(browser.page().content()).doesNotContain("Vries");
    browser.open(CitizenBrowser.RECORD_NL);
    assertThat(browser.rows()).isZero();
    assertThat(browser.page().content()).doesNotContain("Vries");
  }

  private static Report dose(TestCitizen citizen, String identifier, String batch) {
    return new Report(
        Report.Kind.RECORD,
        citizen.person(),
        new Dose(
            Source.GGD_UTRECHT,
            identifier,
            Product.COMIRNATY,
            PartialDate.parse("2026-10-12"),
            Optional.of(new BatchNumber(batch)),
            1,
            Dose.Sharing.AGREED));
  }
}
