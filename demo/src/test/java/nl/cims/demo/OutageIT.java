// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import nl.cims.testkit.people.TestCitizen;
import nl.cims.vocabulary.AssuranceLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Any process may be away for a while: the citizen is told so, and its return heals everything
/// without a restart of the others.
class OutageIT {

  private static RunningDemo demo;
  private static final int MOST_TRIES = 20;

  private static CitizenBrowser browser;

  @BeforeAll
  static void start() {
    demo = RunningDemo.instance();
    browser = new CitizenBrowser(demo.portal());
  }

  @AfterEach
  void forgetAndHeal() {
    browser.forget();
    demo.heal();
  }

  @AfterAll
  static void noNumberInAnyLog() {
    browser.close();
    demo.assertNoNumberInAnyLog();
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry", "gateway", "postgresql"})
  void anOpenSessionIsToldAndGoesOnAfterwards(String process) {
    logIn();
    demo.cims().stop(process);
    assertThat(browser.open(CitizenBrowser.RECORD_NL)).isGreaterThanOrEqualTo(500);
    assertIsAClearPage();
    demo.cims().start(process);
    assertItGoesOn();
    assertThat(browser.rows()).isPositive();
  }

  @Test
  void withoutTheBrokerOpenSessionsGoOnAndNewLoginsWait() {
    logIn();
    demo.cims().stop("broker");
    assertThat(browser.open(CitizenBrowser.RECORD_NL)).isEqualTo(200);
    assertThat(browser.rows()).isPositive();
    browser.forget();
    assertThat(browser.open("/nl")).isEqualTo(200);
    assertThat(browser.askForLogin()).isEqualTo(503);
    assertIsAClearPage();
    demo.cims().start("broker");
    logIn();
    assertItGoesOn();
  }

  @Test
  void withoutDigidTheCitizenIsToldSoAndNotSentThere() {
    demo.cims().stop("digid");
    // The broker notices it by its next look, three seconds later at most.
    browser.page().waitForTimeout(3_500);
    browser.askForLogin();
    assertThat(browser.page().url()).startsWith(demo.portal());
    assertThat(browser.text()).contains("DigiD");
    assertIsAClearPage();
    demo.cims().start("digid");
    logIn();
    assertItGoesOn();
  }

  @Test
  void aLoginThatTheBrokerCannotKeepSaysSo() {
    demo.cims().stop(Postgres.TITLE);
    browser.askForLogin();
    if (browser.isAtDigid()) {
      browser.choose(TestCitizen.FULL_COVID, AssuranceLevel.SUBSTANTIEEL);
    }
    assertIsAClearPage();
    demo.cims().start(Postgres.TITLE);
    logIn();
    assertItGoesOn();
  }

  @Test
  void afterTheReturnOfThePortalOneLogsInAgain() {
    logIn();
    demo.cims().stop("portal");
    demo.cims().start("portal");
    browser.open(CitizenBrowser.RECORD_NL);
    assertThat(browser.rows()).isZero();
    logIn();
    assertItGoesOn();
  }

  private static void logIn() {
    browser.logIn(TestCitizen.FULL_COVID, AssuranceLevel.SUBSTANTIEEL);
    browser.page().waitForURL(url -> url.startsWith(demo.portal()));
  }

  /// Without a new login, for who tries again: a pool looks for its database every ten seconds.
  private static void assertItGoesOn() {
    int status = browser.open(CitizenBrowser.RECORD_NL);
    for (int again = 0; again < MOST_TRIES && status != 200; again++) {
      browser.page().waitForTimeout(1_000);
      status = browser.open(CitizenBrowser.RECORD_NL);
    }
    assertThat(status).isEqualTo(200);
  }

  /// In the frame of our own pages, with a heading, and without anything of our insides.
  private static void assertIsAClearPage() {
    assertThat(browser.page().locator("h1").innerText()).isNotBlank();
    assertThat(browser.page().locator("main").count()).isEqualTo(1);
    assertThat(browser.page().content())
        .doesNotContain("Whitelabel")
        .doesNotContain("Exception")
        .doesNotContain("at nl.cims");
  }
}
