// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nl.cims.pages.Language;
import nl.cims.testkit.browser.Chromium;
import nl.cims.testkit.browser.Complaints;

/// The portal in a real browser, and what is to be complained of there.
final class Browsing implements AutoCloseable {

  final Rig rig;
  final Complaints complaints = new Complaints();

  private final Chromium chromium = new Chromium();

  Browsing(Path directory, String... settings) throws Exception {
    this.rig = new Rig(directory, settings);
  }

  /// A fresh browser of this width, without cookies.
  Page open(int width) {
    return open(options(width));
  }

  Page open(Browser.NewContextOptions options) {
    BrowserContext context = chromium.open(options);
    Page page = context.newPage();
    complaints.hear(page);
    return page;
  }

  static Browser.NewContextOptions options(int width) {
    return new Browser.NewContextOptions().setViewportSize(width, 900);
  }

  void logIn(Page page) {
    page.navigate(rig.url("/nl/inloggen?pagina=RECORD"));
  }

  void go(Page page, PortalPage where, Language language) {
    page.navigate(rig.url(where.address(language)));
  }

  /// Every page that a browser shows.
  static List<PortalPage> shown() {
    return Stream.of(PortalPage.values()).filter(PortalPage::isShown).toList();
  }

  /// Complains of every text that is cut off because its box does not grow with it.
  void findCut(Page page, String where) {
    Object cut =
        page.evaluate(
            "[...document.querySelectorAll('body *')].filter(e => { const s = getComputedStyle(e);"
                + " return /hidden|clip/.test(s.overflow + s.overflowX + s.overflowY)"
                + " && !e.closest('.cims-hidden, dialog, thead')"
                + " && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1); })"
                + ".map(e => e.className).join(' | ')");
    if (!"".equals(cut)) {
      complaints.add(where + ": cuts off " + cut);
    }
  }

  @Override
  public void close() {
    chromium.close();
    rig.close();
  }
}
