// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import nl.cims.pages.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page for those who wait until they may log in, in a real browser: whether everybody can use
/// it.
class WaitingPageIT {

  private static final int OTHERS = 30;

  @TempDir static Path directory;
  private static Browsing browsing;

  /// One is let in every ten seconds, and others came before us.
  @BeforeAll
  static void queue() throws Exception {
    browsing =
        new Browsing(
            directory, "--cims.portal.login.per-second=0.1", "--cims.portal.login.ahead=1");
    Walker others = new Walker(browsing.rig);
    for (int person = 0; person < OTHERS; person++) {
      others.alone("/nl/inloggen");
    }
  }

  @AfterAll
  static void stop() {
    browsing.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 1280})
  void isForEverybody(int width) {
    browsing.complaints.clear();
    for (Language language : Language.values()) {
      Page page = browsing.open(width);
      browsing.go(page, PortalPage.LOG_IN, language);
      assertThat(page.locator("h1").innerText())
          .isEqualTo(
              language == Language.NL ? "U wacht op uw beurt" : "You are waiting for your turn");
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.code());
      browsing.complaints.look(page, "waiting " + language);
      browsing.findCut(page, "waiting " + language);
    }
    assertThat(browsing.complaints.all()).isEmpty();
  }
}
