// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.pages.Language;
import nl.cims.testkit.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page in a real browser: what a machine can check of its accessibility.
class AccessibilityIT {

  @TempDir static Path directory;
  private static Rig rig;
  private static Chromium chromium;
  private static Browser browser;
  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;

  @BeforeAll
  static void start() throws Exception {
    rig = new Rig(directory);
    chromium = new Chromium();
    browser = chromium.browser();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    rig.close();
  }

  @AfterEach
  void close() {
    rig.gateway.refusal = Optional.empty();
    rig.gateway.dossier = Examples.dossier();
    context.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 1280})
  void findsNothingOnAnyPageInBothLanguages(int width) {
    Page page = open(width, true);
    page.navigate(rig.url("/nl/inloggen?pagina=RECORD"));
    for (Language language : Language.values()) {
      for (PortalPage each : PortalPage.values()) {
        if (each.isShown()) {
          look(page, each.address(language));
        }
      }
      look(page, "/" + language.code() + "/no-such-page");
      look(page, PortalPage.ACCESS_LOG.address(language) + "?van=x");
      rig.gateway.refusal = Optional.of(ProblemType.UPSTREAM_UNAVAILABLE);
      look(page, PortalPage.RECORD.address(language));
      rig.gateway.refusal = Optional.empty();
      rig.gateway.dossier = Examples.empty();
      look(page, PortalPage.RECORD.address(language));
      rig.gateway.dossier = Examples.dossier();
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void opensTheExplanationOfDigidAsADialogThatClosesInThreeWays() {
    Page page = open(1280, true);
    page.navigate(rig.url("/nl"));
    Locator opener = page.locator("[data-dialog]");
    Locator dialog = page.locator("dialog");
    opener.click();
    assertThat(dialog.isVisible()).isTrue();
    complain(page, "dialog");
    page.keyboard().press("Escape");
    assertThat(dialog.isVisible()).isFalse();
    assertThat(page.evaluate("document.activeElement.dataset.dialog")).isEqualTo("digid");
    opener.click();
    page.mouse().click(5, 5);
    assertThat(dialog.isVisible()).isFalse();
    opener.click();
    page.locator("[data-close]").click();
    assertThat(dialog.isVisible()).isFalse();
    assertThat(complaints).isEmpty();
  }

  @Test
  void worksWithoutScript() {
    Page page = open(390, false);
    page.navigate(rig.url("/en"));
    page.locator("[data-dialog]").click();
    assertThat(page.url()).endsWith("/en/about-digid");
    page.locator("main a.nl-button").click();
    page.locator("main a.nl-button").click();
    assertThat(page.url()).endsWith(PortalPage.RECORD.address(Language.EN));
    assertThat(page.locator("tbody tr:visible").count()).isEqualTo(6);
    page.locator("input[value=RVP]").check();
    assertThat(page.locator("tbody tr:visible").count()).isEqualTo(2);
    assertThat(page.locator("[data-print]").isVisible()).isFalse();
    page.locator("header form button").click();
    assertThat(page.url()).endsWith(PortalPage.LOGGED_OUT.address(Language.EN));
    page.navigate(rig.url(PortalPage.RECORD.address(Language.EN)));
    assertThat(page.url()).contains("log-in");
  }

  @Test
  void keepsThePageWhenTheLanguageChanges() {
    Page page = open(1280, true);
    page.navigate(rig.url("/nl/inloggen?pagina=ACCESS_LOG"));
    page.locator(".cims-languages a").click();
    assertThat(page.url()).endsWith(PortalPage.ACCESS_LOG.address(Language.EN));
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
  }

  @Test
  void reachesEverythingByKeyboardWithAVisibleFocus() {
    Page page = open(1280, true);
    page.navigate(rig.url("/nl/inloggen?pagina=RECORD"));
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

  private Page open(int width, boolean script) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setLocale("nl-NL")
                .setJavaScriptEnabled(script));
    Page page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().contains("status of")) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    return page;
  }

  private void look(Page page, String path) {
    page.navigate(rig.url(path));
    complain(page, path);
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (!Integer.valueOf(0).equals(overflow)) {
      complaints.add(path + ": scrolls sideways by " + overflow);
    }
  }

  private void complain(Page page, String where) {
    new AxeBuilder(page)
        .analyze()
        .getViolations()
        .forEach(
            rule ->
                complaints.add(
                    where
                        + ": "
                        + rule.getId()
                        + " "
                        + Arrays.toString(
                            rule.getNodes().stream().map(node -> node.getHtml()).toArray())));
  }
}
