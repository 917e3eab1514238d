// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.cims.broker.staff.StaffRig;
import nl.cims.broker.support.Console;
import nl.cims.broker.support.RunningBroker;
import nl.cims.broker.support.Staff;
import nl.cims.testkit.browser.Chromium;
import nl.cims.testkit.browser.Complaints;
import nl.cims.testkit.browser.PasskeyDevices;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The staff pages in Chromium, with authenticators that it plays itself. With
/// `-Dcims.screenshots=FOLDER` it takes a picture of each, for looking at.
class PasskeysInABrowserIT {

  private static final String NAME = "Chris " + Instant.now();
  private static final String PICTURES = System.getProperty("cims.screenshots", "");

  private static RunningBroker broker;
  private static Staff staff;
  private static Chromium chromium;

  private final Complaints complaints = new Complaints();
  private int pictures;

  @BeforeAll
  static void start() {
    broker = RunningBroker.shared();
    staff = StaffRig.staff(broker);
    staff.first.login();
    staff.second.login();
    chromium = new Chromium();
    PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
  }

  /// The other tests count on three administrators.
  @AfterAll
  static void stop() {
    chromium.close();
    staff.first.login();
    staff.first.does("/staff/person/suspend", Map.of("id", staff.id(NAME).toString()));
  }

  @Test
  void somebodyEnrolsLogsInStepsUpAndLogsOut() {
    String code = staff.invited(NAME, "ADMINISTRATOR");
    Page page = chromium.open(new Browser.NewContextOptions().setLocale("en-GB")).newPage();
    complaints.hear(page);
    PasskeyDevices devices = new PasskeyDevices(page);

    enrol(page, devices, code);
    refusesAnUnverifiedDevice(page, devices);
    press(page, "Log in with a passkey");
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("My passkeys");
    visit(page);
    stepsUp(page);
    consoleGetsItsCode(page);

    page.navigate(broker.staff("/staff/passkeys").toString());
    press(page, "Log out");
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("You are logged out");
    look(page);
    page.navigate(broker.staff("/staff/people").toString());
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Log in as staff");
    lookInBothLanguages(page, "/staff/login?lang=", "/staff/code?lang=");
    page.navigate(broker.issuer() + "/not-there");
    look(page);
    assertThat(complaints.all()).isEmpty();
  }

  private void enrol(Page page, PasskeyDevices devices, String code) {
    page.navigate(broker.staff("/staff/code").toString());
    look(page);
    page.navigate(broker.staff("/staff/code#" + code).toString());
    assertThat(page.getByText("You need 2 more passkeys")).isVisible();
    devices.take("internal");
    add(page, "Laptop");
    assertThat(page.getByText("You need one more passkey")).isVisible();
    look(page);

    add(page, "The same laptop");
    assertThat(page.locator("form [data-failed]")).isVisible();
    devices.take("usb");
    add(page, "Key");
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Log in as staff");
    look(page);
  }

  private void refusesAnUnverifiedDevice(Page page, PasskeyDevices devices) {
    devices.verifies(false);
    press(page, "Log in with a passkey");
    assertThat(page.locator("form [data-failed]")).isVisible();
    devices.verifies(true);
  }

  private void visit(Page page) {
    lookInBothLanguages(
        page,
        "/staff/passkeys?lang=",
        "/staff/people?told=WAITS&lang=",
        "/staff/person?id=" + staff.id("Second") + "&lang=",
        "/staff/journal?lang=",
        "/staff/logout?lang=",
        "/staff/login?lang=");
  }

  private void lookInBothLanguages(Page page, String... paths) {
    for (String lang : List.of("nl", "en")) {
      for (String path : paths) {
        page.navigate(broker.staff(path + lang).toString());
        look(page);
      }
    }
  }

  private void stepsUp(Page page) {
    staff.update(
        "UPDATE broker.staff_session SET authenticated_at = now() - interval '6 minutes'"
            + " WHERE staff = '%s'".formatted(staff.id(NAME)));
    page.navigate(broker.staff("/staff/people").toString());
    page.getByLabel("Name").fill("Too late");
    page.getByLabel("registrar").check();
    press(page, "Invite");
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Confirm that it is you");
    press(page, "Log in with a passkey");
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("My passkeys");
    page.navigate(broker.staff("/staff/people").toString());
    page.getByLabel("Name").fill("In time " + NAME);
    page.getByLabel("registrar").check();
    press(page, "Invite");
    assertThat(page.getByText("The proposal waits")).isVisible();
    look(page);
  }

  /// Nobody listens at the console's address; that the browser goes there is what counts.
  private void consoleGetsItsCode(Page page) {
    try (Console console = new Console(broker)) {
      Map<String, String> request = console.request();
      request.put("prompt", "login");
      page.route("http://localhost:8090/**", route -> route.fulfill());
      page.navigate(console.authorize(request).toString());
      press(page, "Log in with a passkey");
      page.waitForURL("http://localhost:8090/login/oauth2/code/broker?code=*");
    }
  }

  private static void add(Page page, String name) {
    page.getByLabel("Name of the passkey").fill(name);
    press(page, "Add passkey");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static Page.GetByRoleOptions level(int level) {
    return new Page.GetByRoleOptions().setLevel(level);
  }

  /// What is to be complained of on a telephone and on a desk.
  private void look(Page page) {
    for (int width : new int[] {320, 1280}) {
      page.setViewportSize(width, 900);
      complaints.look(page, page.url() + " at " + width);
      takePicture(page, width);
    }
  }

  private void takePicture(Page page, int width) {
    if (!PICTURES.isEmpty()) {
      String name =
          "%02d%s".formatted(++pictures, URI.create(page.url()).getPath().replace('/', '-'));
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of(PICTURES, name + "-" + width + ".png"))
              .setFullPage(true));
      if (width == 1280) {
        page.pdf(new Page.PdfOptions().setPath(Path.of(PICTURES, name + ".pdf")));
      }
    }
  }
}
