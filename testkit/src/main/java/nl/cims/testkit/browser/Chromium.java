// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
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

  private final Playwright playwright;
  private final Browser browser;

  /// Starts it.
  public Chromium() {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(FLAGS));
  }

  /// The running browser.
  public Browser browser() {
    return browser;
  }

  /// Ends it.
  @Override
  public void close() {
    playwright.close();
  }
}
