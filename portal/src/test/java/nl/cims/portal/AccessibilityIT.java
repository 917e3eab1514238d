// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Optional;
import nl.cims.contracts.citizen.PlanningView.Stage;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.pages.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page and state in a real browser: what axe-core finds, what the keyboard reaches, what
/// works without script.
class AccessibilityIT {

  private static final String RECORD = PortalPage.RECORD.address(Language.EN);

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

  @BeforeEach
  void asAlways() {
    browsing.complaints.clear();
    browsing.rig.gateway.refusal = Optional.empty();
    browsing.rig.gateway.dossier = Examples.dossier();
    browsing.rig.gateway.planning = Examples.planning(Stage.NOTHING_RECEIVED);
  }

  /// 320 px is also what 1280 px at 400 % comes to. Dutch has the longer words, and so the phone.
  @ParameterizedTest
  @CsvSource({"NL,320", "EN,1280"})
  void findsNothingOnAnyPageInBothLanguages(Language language, int width) {
    Page page = browsing.open(width);
    browsing.logIn(page);
    for (PortalPage each : Browsing.shown()) {
      look(page, each.address(language));
    }
    look(page, "/" + language.code() + "/no-such-page");
    look(page, PortalPage.ACCESS_LOG.address(language) + "?van=x");
    assertThat(browsing.complaints.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 1280})
  void findsNothingInAnyState(int width) {
    Page page = browsing.open(width);
    browsing.logIn(page);
    page.navigate(browsing.rig.url(RECORD));
    page.locator(".cims-origin summary").first().click();
    page.locator(".cims-questions summary").first().click();
    browsing.complaints.look(page, "opened");
    page.evaluate("document.getElementById('session').showModal()");
    browsing.complaints.examine(page, "session");
    browsing.rig.gateway.dossier = Examples.empty();
    look(page, RECORD);
    for (Stage stage : Stage.values()) {
      browsing.rig.gateway.planning = Examples.planning(stage);
      look(page, PortalPage.PLANNING.address(Language.NL));
    }
    browsing.rig.gateway.refusal = Optional.of(ProblemType.UPSTREAM_UNAVAILABLE);
    look(page, RECORD);
    Page menu = browsing.open(320);
    browsing.rig.gateway.refusal = Optional.empty();
    browsing.logIn(menu);
    menu.locator(".cims-menu summary").click();
    browsing.complaints.examine(menu, "menu");
    assertThat(browsing.complaints.all()).isEmpty();
  }

  @Test
  void wouldFindAFault() {
    Page page = browsing.open(1280);
    page.navigate(browsing.rig.url("/en"));
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input>')");
    page.evaluate("document.querySelector('main').style.minWidth = '2000px'");
    browsing.complaints.look(page, "planted");
    assertThat(browsing.complaints.all()).hasSize(2).first().asString().contains("label");
  }

  @Test
  void opensTheExplanationOfDigidAsADialogThatClosesInThreeWays() {
    Page page = browsing.open(1280);
    page.navigate(browsing.rig.url("/nl"));
    Locator opener = page.locator("[data-dialog]");
    Locator dialog = page.locator("dialog");
    opener.click();
    assertThat(dialog.isVisible()).isTrue();
    browsing.complaints.examine(page, "dialog");
    page.keyboard().press("Escape");
    assertThat(dialog.isVisible()).isFalse();
    assertThat(page.evaluate("document.activeElement.dataset.dialog")).isEqualTo("digid");
    opener.click();
    page.mouse().click(5, 5);
    assertThat(dialog.isVisible()).isFalse();
    opener.click();
    page.locator("[data-close]").click();
    assertThat(dialog.isVisible()).isFalse();
    assertThat(browsing.complaints.all()).isEmpty();
  }

  @Test
  void worksWithoutScript() {
    Page page = browsing.open(Browsing.options(390).setJavaScriptEnabled(false));
    page.navigate(browsing.rig.url("/en"));
    page.locator("[data-dialog]").click();
    assertThat(page.url()).endsWith("/en/about-digid");
    page.locator("main a.nl-button").click();
    page.locator("main a.nl-button").click();
    assertThat(page.url()).endsWith(RECORD);
    assertThat(page.locator(".cims-visitor__until").innerText())
        .matches("You stay logged in until [0-9]{2}:[0-9]{2}, .*");
    assertThat(page.locator(".cims-dose:visible").count()).isEqualTo(6);
    page.locator("label:has(input[value='2'])").click();
    assertThat(page.locator(".cims-dose:visible").count()).isEqualTo(2);
    assertThat(page.locator(".cims-group:visible").allInnerTexts())
        .containsExactly("Mumps, Measles, Rubella");
    page.locator(".cims-origin:visible summary").first().click();
    assertThat(page.locator(".cims-sent:visible").first().innerText())
        .contains("HB41190", "2 October 2001");
    assertThat(page.locator("[data-print]").isVisible()).isFalse();
    page.locator(".cims-menu summary").click();
    page.locator(".cims-menu details a", new Page.LocatorOptions().setHasText("My details"))
        .click();
    page.locator("header form button").click();
    assertThat(page.url()).endsWith(PortalPage.LOGGED_OUT.address(Language.EN));
    page.navigate(browsing.rig.url(RECORD));
    assertThat(page.url()).contains("log-in");
  }

  @Test
  void keepsThePageWhenTheLanguageChanges() {
    Page page = browsing.open(1280);
    page.navigate(browsing.rig.url("/nl/inloggen?pagina=ACCESS_LOG"));
    page.locator(".cims-languages a").click();
    assertThat(page.url()).endsWith(PortalPage.ACCESS_LOG.address(Language.EN));
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void reachesEverythingByKeyboardWithAVisibleFocus(int width) {
    Page page = browsing.open(width);
    browsing.logIn(page);
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo("#content");
    Object expected =
        page.evaluate(
            "[...document.querySelectorAll('a[href],button,summary,input:not([type=hidden]):checked')].filter(e"
                + " => e.checkVisibility()).length");
    int reached = 1;
    for (int press = 0; press < 100; press++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(page.evaluate("document.activeElement === document.body"))) {
        break;
      }
      reached++;
      assertThat(page.evaluate(FOCUS_IS_VISIBLE)).isEqualTo(true);
    }
    assertThat(reached).isEqualTo(expected);
  }

  private static final String FOCUS_IS_VISIBLE =
      "(() => { const e = document.activeElement;"
          + " const shown = e.matches('.cims-choice input') ? e.nextElementSibling : e;"
          + " return getComputedStyle(shown).outlineStyle !== 'none'; })()";

  private static void look(Page page, String path) {
    page.navigate(browsing.rig.url(path));
    browsing.complaints.look(page, path);
  }
}
