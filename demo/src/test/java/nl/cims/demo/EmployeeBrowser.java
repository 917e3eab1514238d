// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import nl.cims.testkit.browser.Chromium;
import nl.cims.testkit.browser.Complaints;
import nl.cims.testkit.browser.PasskeyDevices;

/// An employee at a browser and with devices of his own. Every page that he stops at is looked at
/// closely.
final class EmployeeBrowser {

  private static final String PASSKEY = "form[data-passkey=get] button";

  private final RunningDemo demo;
  private final Complaints complaints;
  private final Page page;
  private final PasskeyDevices devices;

  /// The demo's certificates are by an authority that Chromium does not know.
  EmployeeBrowser(Chromium chromium, RunningDemo demo, Complaints complaints) {
    this.demo = demo;
    this.complaints = complaints;
    BrowserContext context =
        chromium.open(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true));
    this.page = context.newPage();
    this.devices = new PasskeyDevices(page);
    complaints.hear(page);
  }

  Page page() {
    return page;
  }

  /// Looks closely at the page where he is.
  ///
  /// @return its text
  String look() {
    complaints.look(page, page.url());
    return page.locator("main").innerText();
  }

  /// Opens a page of the console.
  ///
  /// @return the status of what came
  int open(String path) {
    Response response = page.navigate(demo.console() + path);
    return response == null ? 0 : response.status();
  }

  /// Opens a page of the broker.
  void openAtBroker(String path) {
    page.navigate(demo.brokerOfStaff() + path);
  }

  /// Registers two passkeys, on devices of which the second stays at hand.
  void enrol(String code) {
    openAtBroker("/staff/code#" + code);
    register("internal");
    assertThat(page.locator("main tbody tr")).hasCount(1);
    register("usb");
    assertThat(page.locator(PASSKEY)).isVisible();
  }

  private void register(String transport) {
    assertThat(page.locator("#name")).isVisible();
    look();
    devices.take(transport);
    page.locator("#name").fill(transport);
    page.locator("form[data-passkey=create] button").click();
  }

  /// Shows a passkey to the broker, which has asked for it.
  void showPasskey() {
    assertThat(page.locator(PASSKEY)).isVisible();
    look();
    page.locator(PASSKEY).click();
  }

  /// Goes from the console's first page through the broker to the list of work.
  void logInAtConsole() {
    open("/nl");
    look();
    page.locator("main a.nl-button").click();
    showPasskey();
    page.waitForURL("**/nl/werk");
    look();
  }

  /// Forgets the console's cookie, and is let in by the broker again without being asked anything.
  void comeBackToConsole() {
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-console"));
    open("/nl");
    page.locator("main a.nl-button").click();
    page.waitForURL("**/nl/werk");
  }

  /// Presses the button that sends the form of the page.
  void send() {
    page.locator("main form button[type=submit]").first().click();
  }

  /// Opens what is folded.
  void unfold() {
    page.locator("main summary").first().click();
  }

  /// Presses the button to log out that stands on every page.
  void logOut() {
    page.locator("header form button[type=submit]").first().click();
  }

  String heading() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).innerText();
  }
}
