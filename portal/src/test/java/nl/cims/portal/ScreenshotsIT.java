// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.pages.Language;
import nl.cims.testkit.browser.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of every page, for looking at and for the documents: `./cims screenshots [FOLDER]`. The
/// main ones stand in `docs/screenshots`; `-Dcims.pages=all` makes every page.
@EnabledIfSystemProperty(named = "cims.screenshots", matches = ".+")
class ScreenshotsIT {

  private static final Set<PortalPage> MAIN =
      Set.of(
          PortalPage.HOME,
          PortalPage.MY_VACCINATIONS,
          PortalPage.RECORD,
          PortalPage.PLANNING,
          PortalPage.ACCESS_LOG);

  @TempDir Path directory;
  private final Path folder = Path.of(System.getProperty("cims.screenshots", "target"));
  private final boolean all = System.getProperty("cims.pages", "").equals("all");

  @Test
  void makesThem() throws Exception {
    Files.createDirectories(folder);
    try (Rig rig = new Rig(directory);
        Chromium chromium = new Chromium()) {
      rig.gateway.planning = Examples.planning(PlanningView.Stage.NEXT_DOSE);
      phoneAndDesktop(rig, chromium);
      print(rig, chromium);
    }
    assertThat(folder.resolve("record-desktop.png")).isNotEmptyFile();
    assertThat(folder.resolve("record-print.pdf")).isNotEmptyFile();
  }

  private void phoneAndDesktop(Rig rig, Chromium chromium) throws IOException {
    for (int width : new int[] {390, 1280}) {
      String size = width == 390 ? "phone" : "desktop";
      try (BrowserContext context = context(chromium, width)) {
        Page page = context.newPage();
        for (PortalPage each : PortalPage.values()) {
          if (each.kind() == PortalPage.Kind.TEXT || each.kind() == PortalPage.Kind.STATUS) {
            take(page, rig, each, size);
          }
        }
        page.navigate(rig.url("/nl/inloggen?pagina=RECORD"));
        for (PortalPage each : PortalPage.values()) {
          if (each.kind() == PortalPage.Kind.PERSONAL) {
            take(page, rig, each, size);
          }
        }
        if (all) {
          states(page, rig, size);
        }
      }
    }
  }

  private void take(Page page, Rig rig, PortalPage each, String size) {
    if (all || MAIN.contains(each)) {
      page.navigate(rig.url(each.address(Language.NL)));
      picture(page, name(each) + "-" + size);
    }
  }

  /// What is not seen by going to an address.
  private void states(Page page, Rig rig, String size) {
    page.navigate(rig.url(PortalPage.RECORD.address(Language.EN)));
    page.locator(".cims-origin summary").first().click();
    picture(page, "record-origin-" + size);
    page.navigate(rig.url("/nl/bestaat-niet"));
    picture(page, "not-found-" + size);
    rig.gateway.dossier = Examples.empty();
    page.navigate(rig.url(PortalPage.RECORD.address(Language.NL)));
    picture(page, "empty-" + size);
    rig.gateway.dossier = Examples.dossier();
    rig.gateway.refusal = Optional.of(ProblemType.UPSTREAM_UNAVAILABLE);
    page.navigate(rig.url(PortalPage.RECORD.address(Language.NL)));
    picture(page, "unreachable-" + size);
    rig.gateway.refusal = Optional.empty();
    page.navigate(rig.url(PortalPage.MY_VACCINATIONS.address(Language.NL)));
    page.evaluate("document.getElementById('session').showModal()");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve("session-" + size + ".png")));
    page.navigate(rig.url(PortalPage.HOME.address(Language.NL)));
    page.locator("[data-dialog]").click();
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve("dialog-" + size + ".png")));
  }

  private void print(Rig rig, Chromium chromium) {
    try (BrowserContext context = context(chromium, 1280)) {
      Page page = context.newPage();
      page.navigate(rig.url("/nl/inloggen?pagina=RECORD"));
      page.pdf(
          new Page.PdfOptions()
              .setPath(folder.resolve("record-print.pdf"))
              .setPreferCSSPageSize(true));
    }
  }

  private void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
  }

  private static String name(PortalPage page) {
    return page.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static BrowserContext context(Chromium chromium, int width) {
    return chromium.open(new Browser.NewContextOptions().setViewportSize(width, 900));
  }
}
