// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import nl.cims.pages.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The warning before a session ends, in a browser whose clock is turned.
class SessionIT {

  private static final Locator.WaitForOptions HIDDEN =
      new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);

  @TempDir static Path directory;
  private static Browsing browsing;

  @BeforeAll
  static void start() throws Exception {
    browsing = new Browsing(directory);
  }

  @AfterAll
  static void stop() {
    browsing.close();
  }

  @Test
  void isWarnedOfTwoMinutesBeforeAndCanBeLengthened() {
    Page page = loggedIn();
    Locator warning = page.locator("#session");
    page.clock().runFor("12:50");
    assertThat(warning.isVisible()).isFalse();
    page.clock().runFor("00:20");
    assertThat(warning.isVisible()).isTrue();
    assertThat(warning.innerText()).contains("loggen wij u uit om");
    browsing.complaints.examine(page, "warning");
    assertThat(browsing.complaints.all()).isEmpty();
    page.waitForResponse(
        answer -> answer.url().endsWith(PortalPage.STAY.address(Language.NL)),
        () -> page.locator("[data-stay]").click());
    warning.waitFor(HIDDEN);
    page.clock().runFor("12:50");
    assertThat(warning.isVisible()).isFalse();
    page.clock().runFor("00:20");
    assertThat(warning.isVisible()).isTrue();
  }

  @Test
  void leavesThePageWhenItEnds() {
    Page page = loggedIn();
    page.clock().runFor("15:10");
    page.waitForURL("**" + PortalPage.SESSION_ENDED.address(Language.NL));
    assertThat(page.content()).doesNotContain("Turfhaven");
    browsing.go(page, PortalPage.RECORD, Language.NL);
    assertThat(page.content()).as("logged out at the server too").doesNotContain("Turfhaven");
  }

  @Test
  void cannotBeLengthenedBeyondAnHour() {
    Page page = loggedIn();
    for (int quarter = 0; quarter < 4; quarter++) {
      page.clock().runFor("13:10");
      assertThat(page.locator("#session").isVisible()).isTrue();
      page.waitForResponse(
          answer -> answer.url().endsWith(PortalPage.STAY.address(Language.NL)),
          () -> page.locator("[data-stay]").click());
      page.locator("#session").waitFor(HIDDEN);
    }
    page.clock().runFor("05:30");
    assertThat(page.locator("#session").innerText()).contains("bijna een uur ingelogd");
    assertThat(page.locator("[data-stay]").isVisible()).isFalse();
    page.clock().runFor("02:10");
    page.waitForURL("**" + PortalPage.SESSION_ENDED.address(Language.NL));
  }

  @Test
  void isLookedAtAnewByWhoComesBackToIt() {
    Page page = loggedIn();
    page.evaluate("Date.now = (now => () => now() + 16 * 60_000)(Date.now)");
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    page.waitForURL("**" + PortalPage.SESSION_ENDED.address(Language.NL));
  }

  @Test
  void isLengthenedByEscapeToo() {
    Page page = loggedIn();
    page.clock().runFor("13:10");
    page.waitForResponse(
        answer -> answer.url().endsWith(PortalPage.STAY.address(Language.NL)),
        () -> page.keyboard().press("Escape"));
    page.clock().runFor("12:50");
    assertThat(page.locator("#session").isVisible()).isFalse();
  }

  @Test
  void isOverWhenTheServerSaysSo() {
    Page page = loggedIn();
    page.clock().runFor("13:10");
    page.context().clearCookies();
    page.locator("[data-stay]").click();
    page.waitForURL("**" + PortalPage.SESSION_ENDED.address(Language.NL));
  }

  private static Page loggedIn() {
    Page page = browsing.open(1280);
    page.clock().install();
    browsing.logIn(page);
    return page;
  }
}
