// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Chromium as Debian ships it, without a window. It asks nothing of the network by itself.
public final class Chromium implements AutoCloseable {

  /// Where it is.
  public static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

  /// What it is started with. The sandbox does not work as root.
  public static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /// How long it is waited for anything, in milliseconds. Long, for a machine with much else to do
  /// is slow, not wrong.
  private static final double PATIENCE = 180_000;

  private final Playwright playwright;
  private final Browser browser;

  /// Starts it.
  public Chromium() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(FLAGS));
  }

  /// A browser of somebody's own, without cookies; he is Dutch unless the options say otherwise.
  public BrowserContext open(Browser.NewContextOptions options) {
    if (options.locale == null) {
      options.setLocale("nl-NL");
    }
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE);
    return context;
  }

  /// Ends it.
  @Override
  public void close() {
    playwright.close();
  }
}
