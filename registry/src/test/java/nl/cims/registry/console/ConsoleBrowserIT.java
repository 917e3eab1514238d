// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.cims.pages.Language;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Party;
import nl.cims.registry.console.StaffBroker.Login;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Reports;
import nl.cims.registry.intake.Sender;
import nl.cims.testkit.browser.Chromium;
import nl.cims.testkit.browser.Complaints;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The console in a real browser: what axe-core finds, what the keyboard reaches, what fits on a
/// phone, what works without script. Pictures, on paper too, go to the folder that the property
/// `pictures` names.
class ConsoleBrowserIT {

  private static final String REASON = "Ziekenhuis belt: patiënt is buiten kennis, allergie?";

  private static final Optional<String> PICTURES =
      Optional.ofNullable(System.getProperty("pictures"));

  private static RegistryProcess registry;
  private static Chromium chromium;
  private static Bsn bsn;

  private final Complaints complaints = new Complaints();

  @BeforeAll
  static void start() {
    registry = RegistryProcess.running();
    chromium = new Chromium();
    bsn = TestNumbers.fresh();
    accept("ggd-utrecht", Reports.of(bsn));
    accept("gp-jansen", Reports.of(bsn).on("2021-01-09"));
    accept("ggd-utrecht", Reports.of(bsn).on("2021-02-12"));
    accept("opvang-noord", Reports.of(bsn));
    accept("gp-jansen", Reports.of(bsn).on(LocalDate.now().plusDays(2).toString()));
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  /// 320 px is also what 1280 px at 400 % comes to. Dutch has the longer words, and so the phone.
  @ParameterizedTest
  @CsvSource({"NL,320", "EN,1280"})
  void findsNothingOnAnyPageOfAnyJourney(Language language, int width) {
    registrar(language, width);
    adviser(language, width);
    auditor(language, width);
    Page page = open(width, true);
    go(page, ConsolePage.START, language);
    look(page, "start", language, width);
    for (ConsolePage status : List.of(ConsolePage.SESSION_ENDED, ConsolePage.LOGGED_OUT)) {
      go(page, status, language);
      look(page, status.name(), language, width);
    }
    assertThat(complaints.all()).isEmpty();
  }

  private void registrar(Language language, int width) {
    Page page = loggedIn(width, true, language, "registrar", "administrator");
    look(page, "work", language, width);
    go(page, ConsolePage.FIND, language);
    look(page, "find", language, width);
    page.locator("main form button").click();
    look(page, "find-mistakes", language, width);
    find(page, TestNumbers.fresh());
    look(page, "find-unknown", language, width);
    find(page, bsn);
    page.locator(".cims-origin:has(textarea) summary").first().click();
    look(page, "dossier", language, width);
    page.locator(".cims-origin textarea")
        .first()
        .fill("Burger zegt zeker te weten dat het twee waren");
    page.locator(".cims-origin form button").first().click();
    look(page, "dossier-parted", language, width);
    page.locator(".cims-case textarea").first().fill("Toch dezelfde prik, volgens de huisarts");
    page.locator(".cims-case form button").first().click();
    page.locator("main a[href*='inzage'], main a[href*='who-looked']").click();
    look(page, "dossier-log", language, width);
    go(page, ConsolePage.EMERGENCY, language);
    page.locator("#bsn").fill(bsn.reveal());
    page.locator("#reason").fill(REASON);
    look(page, "emergency", language, width);
    page.locator("main form button").click();
    look(page, "dossier-emergency", language, width);
    go(page, ConsolePage.QUARANTINE, language);
    look(page, "quarantine", language, width);
    page.locator("tbody a").first().click();
    look(page, "waiting", language, width);
    page.locator("#reference").fill("R-12");
    page.locator("main form button").first().click();
    look(page, "waiting-opened", language, width);
    go(page, ConsolePage.SOURCES, language);
    look(page, "sources", language, width);
    go(page, ConsolePage.STAFF, language);
    look(page, "staff", language, width);
    go(page, ConsolePage.LOG, language);
    look(page, "not-allowed", language, width);
    page.navigate(registry.console("/" + language.code() + "/x").toString());
    look(page, "not-found", language, width);
  }

  /// Asks for an export, and looks up people whose numbers follow each other until he is held off.
  private void adviser(Language language, int width) {
    Page page = loggedIn(width, true, language, "medical-adviser");
    go(page, ConsolePage.EXPORTS, language);
    page.locator("main form button").first().click();
    look(page, "exports-mistake", language, width);
    page.locator("input[name=recipient]").first().check();
    page.locator("#purpose").fill("Onderzoek naar bijwerkingen, aanvraag 2026-77");
    page.locator("main form button").first().click();
    look(page, "exports", language, width);
    for (int i = 0; i < 6; i++) {
      go(page, ConsolePage.FIND, language);
      find(page, TestNumbers.fresh());
    }
    look(page, "withheld", language, width);
    Page colleague = loggedIn(width, true, language, "medical-adviser");
    go(colleague, ConsolePage.EXPORTS, language);
    colleague.locator(".cims-fold summary").first().click();
    look(colleague, "exports-to-decide", language, width);
  }

  private void auditor(Language language, int width) {
    Page page = loggedIn(width, true, language, "auditor");
    look(page, "work-auditor", language, width);
    go(page, ConsolePage.ALERTS, language);
    look(page, "alerts", language, width);
    page.locator(".cims-fold summary").first().click();
    page.locator("input[value=EXPLAINED]").first().check();
    page.locator(".cims-fold[open] button").click();
    look(page, "alerts-mistake", language, width);
    assertThat(page.locator("input[value=EXPLAINED]").first().isChecked()).isTrue();
    page.locator("main textarea").first().fill("Nagevraagd: een reeks van de GGD, klopt");
    page.locator("main form:has(textarea) button").first().click();
    look(page, "alerts-judged", language, width);
    go(page, ConsolePage.EMERGENCIES, language);
    look(page, "emergencies", language, width);
    page.locator(".cims-fold summary").first().click();
    page.locator("input[value=JUSTIFIED]").first().check();
    page.locator("main textarea").first().fill("Nagevraagd bij het ziekenhuis: klopt");
    page.locator("main form button").first().click();
    look(page, "emergencies-judged", language, width);
    go(page, ConsolePage.LOG, language);
    page.locator("#bsn").fill(bsn.reveal());
    page.locator("main form button").click();
    look(page, "log", language, width);
  }

  @Test
  void wouldFindAFault() {
    Page page = loggedIn(1280, true, Language.EN, "registrar");
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input>')");
    page.evaluate("document.querySelector('main').style.minWidth = '2000px'");
    look(page, "planted", Language.EN, 1280);
    assertThat(complaints.all()).hasSize(2).first().asString().contains("label");
  }

  /// From the login to the logout, with the keyboard and without script.
  @ParameterizedTest
  @ValueSource(strings = {"NL", "EN"})
  void worksWithoutScriptAndByKeyboardAlone(Language language) {
    Page page = loggedIn(390, false, language, "medical-adviser");
    page.locator(".cims-tiles a").first().focus();
    page.keyboard().press("Enter");
    page.waitForURL("**" + ConsolePage.FIND.address(language));
    page.locator("input[value=CARE_PROVIDER]").focus();
    page.keyboard().press("Space");
    page.keyboard().press("Tab");
    page.keyboard().type("consult 12");
    page.keyboard().press("Tab");
    page.keyboard().type(bsn.reveal());
    page.keyboard().press("Enter");
    page.waitForURL("**/dossier/*");
    assertThat(page.locator("main").innerText()).contains("Kanariepiet", "consult 12");
    assertThat(page.url()).doesNotContain(bsn.reveal());
    assertThat(page.title() + page.content()).doesNotContain(bsn.reveal());
    page.locator(".cims-languages a").click();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.other().code());
    assertThat(page.locator("main").innerText()).contains("Kanariepiet");
    page.locator("header form button").click();
    page.waitForURL("**" + ConsolePage.LOGGED_OUT.address(language.other()));
    page.goBack();
    assertThat(page.content()).doesNotContain("Kanariepiet");
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 1280})
  void reachesEverythingByKeyboardWithAVisibleFocus(int width) {
    Page page = loggedIn(width, true, Language.NL, "registrar");
    go(page, ConsolePage.FIND, Language.NL);
    Object expected =
        page.evaluate(
            "[...document.querySelectorAll('a[href],button,summary,textarea,select,"
                + "input:not([type=hidden]):not([type=radio])')].filter(e => e.checkVisibility()).length + 1");
    int reached = 0;
    for (int press = 0; press < 100; press++) {
      page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(page.evaluate("document.activeElement === document.body"))) {
        break;
      }
      reached++;
      assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'"))
          .isEqualTo(true);
    }
    assertThat(reached).isEqualTo(expected);
  }

  private void find(Page page, Bsn number) {
    page.locator("input[value=CITIZEN_BY_LETTER]").check();
    page.locator("#reference").fill("brief 2026-118");
    page.locator("#bsn").fill(number.reveal());
    page.locator("main form button").click();
  }

  private Page loggedIn(int width, boolean script, Language language, String... roles) {
    registry.staffBroker().next =
        new Login(
            "browser-" + java.util.UUID.randomUUID(),
            "Sanne de Vries",
            List.of(roles),
            "phr",
            java.time.Duration.ZERO,
            java.util.UUID.randomUUID().toString());
    Page page = open(width, script);
    go(page, ConsolePage.START, language);
    page.locator("main a.nl-button").click();
    assertThat(page.url()).endsWith(ConsolePage.WORK.address(language));
    return page;
  }

  private Page open(int width, boolean script) {
    Page page =
        chromium
            .open(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setIgnoreHTTPSErrors(true)
                    .setJavaScriptEnabled(script))
            .newPage();
    // To take a picture, Playwright tries to add a style, which the policy refuses.
    complaints.hear(page, PICTURES.map(_ -> new String[] {"inline style"}).orElse(new String[0]));
    return page;
  }

  private static void go(Page page, ConsolePage where, Language language) {
    page.navigate(registry.console(where.address(language)).toString());
  }

  private void look(Page page, String name, Language language, int width) {
    String where = name + " " + language + " " + width;
    complaints.look(page, where);
    PICTURES.ifPresent(folder -> picture(page, folder, name + "-" + language + "-" + width));
  }

  /// On the screen and on paper.
  private static void picture(Page page, String folder, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
    page.pdf(
        new Page.PdfOptions().setPreferCSSPageSize(true).setPath(Path.of(folder, name + ".pdf")));
  }

  private static void accept(String source, Reports report) {
    registry
        .bean(Intake.class)
        .accept(Sender.of(source, Party.Channel.FHIR), report.message(), List.of(report.report()));
  }
}
