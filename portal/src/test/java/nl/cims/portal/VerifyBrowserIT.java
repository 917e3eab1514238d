// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.cims.pages.Language;
import nl.cims.portal.overview.Papers;
import nl.cims.portal.overview.Sealer;
import nl.cims.testkit.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody sees who scans a code with his telephone.
class VerifyBrowserIT {

  @TempDir static Path directory;
  private static Rig rig;
  private static Chromium chromium;
  private static String digits;
  private final List<String> sent = new ArrayList<>();
  private BrowserContext context;

  @BeforeAll
  static void start() throws Exception {
    rig = new Rig(directory);
    digits = Sealer.digits(rig.gateway.sealer.export(Papers.forty(), "nl").seals().getFirst());
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    rig.close();
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void opensTheLinkOfACodeAndKeepsNothingOfItInTheAddress() {
    Page page = open(390, true);
    page.navigate(rig.url("/c#" + digits));
    page.locator(".utrecht-alert--ok").waitFor();
    assertThat(page.url()).isEqualTo(rig.url(PortalPage.VERIFY.address(Language.NL)));
    assertThat(page.locator("main").innerText())
        .contains("Deze code is echt", "Iris Johanna van der Turfhaven", "deel 1 van 4");
    assertThat(page.locator("tbody tr").count()).isEqualTo(12);
    assertThat(sent).isNotEmpty().noneMatch(address -> address.contains(digits.substring(0, 20)));
    assertThat(context.cookies()).isEmpty();
    page.goBack();
    assertThat(page.url()).doesNotContain("#");
  }

  @Test
  void takesAFurtherCodeOnThePageItself() {
    Page page = open(1280, true);
    page.navigate(rig.url(PortalPage.VERIFY.address(Language.EN)));
    page.navigate(rig.url(PortalPage.VERIFY.address(Language.EN) + "#" + digits));
    page.locator(".utrecht-alert--ok").waitFor();
    assertThat(page.url()).isEqualTo(rig.url(PortalPage.VERIFY.address(Language.EN)));
  }

  @Test
  void takesAPastedLinkWithoutScript() {
    Page page = open(1280, false);
    page.navigate(rig.url("/c#" + digits));
    assertThat(page.locator(".utrecht-alert").count()).isZero();
    page.locator("textarea").fill(rig.url("/c#" + digits));
    page.locator("form[data-code] button").click();
    assertThat(page.locator(".utrecht-alert--ok").count()).isEqualTo(1);
    assertThat(page.url()).endsWith(PortalPage.VERIFY.address(Language.NL));
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 1280})
  void isAccessibleWhateverComesOut(int width) throws Exception {
    Page page = open(width, true);
    String foreign = Sealer.digits(new Sealer().export(Papers.plain(), "en").seals().getFirst());
    String strange =
        Sealer.digits(rig.gateway.sealer.export(Papers.strange(), "en").seals().getFirst());
    for (Language language : Language.values()) {
      for (String code : List.of(digits, strange, foreign, "1")) {
        page.navigate(rig.url(PortalPage.VERIFY.address(language)));
        page.locator("textarea").fill(code);
        page.locator("form[data-code] button").click();
        assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()).isEmpty();
        assertThat(
                page.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
            .as("scrolls sideways")
            .isEqualTo(0);
      }
    }
  }

  private Page open(int width, boolean script) {
    context =
        chromium.open(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(script));
    Page page = context.newPage();
    page.onRequest(request -> sent.add(request.url()));
    return page;
  }
}
