// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import nl.cims.testkit.browser.Chromium;
import nl.cims.testkit.people.TestCitizen;
import nl.cims.vocabulary.AssuranceLevel;

/// A citizen at a real browser: Chromium, as Debian ships it.
final class CitizenBrowser implements AutoCloseable {

  static final String RECORD_NL = "/nl/mijn-vaccinaties/vaccinatiegegevens";
  static final String RECORD_EN = "/en/my-vaccinations/vaccination-details";
  static final String LOG_NL = "/nl/mijn-gegevens/inzage-dossier";

  private final String portal;
  private final Chromium chromium;
  private Page page;

  CitizenBrowser(String portal) {
    this.portal = portal;
    this.chromium = new Chromium();
    this.page = newPage();
  }

  Page page() {
    return page;
  }

  /// Starts anew, without cookies.
  void forget() {
    page.context().close();
    page = newPage();
  }

  /// Opens a page of the portal.
  ///
  /// @return the status of what came
  int open(String path) {
    Response response = page.navigate(portal + path);
    return response == null ? 0 : response.status();
  }

  /// From the home page through broker and DigiD to where the portal leads. What has just come back
  /// is noticed within seconds; until then the portal offers no login, or says that it cannot.
  void logIn(TestCitizen citizen, AssuranceLevel level) {
    for (int attempt = 0; !isAtDigid() && attempt < 60; attempt++) {
      page.navigate(portal + "/nl");
      Locator link = page.locator("a[href*='/inloggen']").first();
      if (link.count() > 0) {
        link.click();
      }
      if (!isAtDigid()) {
        page.waitForTimeout(500);
      }
    }
    choose(citizen, level);
  }

  /// Asks for a login, whether or not the portal offers one.
  ///
  /// @return the status of what came
  int askForLogin() {
    return open("/nl/inloggen?pagina=MY_VACCINATIONS");
  }

  /// Whether DigiD asks who one is.
  boolean isAtDigid() {
    return page.locator("input[name=citizen]").count() > 0;
  }

  /// Answers DigiD.
  void choose(TestCitizen citizen, AssuranceLevel level) {
    page.locator("input[name=citizen][value='%s']".formatted(citizen.person().bsn().reveal()))
        .check();
    page.locator("input[name=level][value=%s]".formatted(level.name())).check();
    page.locator("button[name=action][value=login]").click();
  }

  String text() {
    return page.locator("main").innerText();
  }

  int rows() {
    return page.locator(".cims-table > tbody > tr:not(.cims-group, .cims-origin)").count();
  }

  private Page newPage() {
    return chromium.open(new Browser.NewContextOptions()).newPage();
  }

  @Override
  public void close() {
    chromium.close();
  }
}
