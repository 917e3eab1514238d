// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.cims.benchmarks.Browser;
import nl.cims.benchmarks.CannotMeasure;

/// Somebody who has been let in, as whom a tool attacks.
interface Visit {

  /// The headers by which he is known.
  List<String> headers() throws InterruptedException;

  /// Certificate and key in one file, if he shows one.
  Optional<Path> identity();

  /// The fields that the form at this address sends without being asked.
  Map<String, String> hidden(URI page) throws InterruptedException;

  /// Makes sure that he is still who he was: what a tool does may end a login, and then it only
  /// attacks the way to log in.
  ///
  /// @throws CannotMeasure if not
  void requireIn() throws InterruptedException;

  /// Somebody with a browser.
  ///
  /// @param browser with his cookies
  /// @param home a page that shows itself to him alone
  record Guest(Browser browser, URI home) implements Visit {

    @Override
    public List<String> headers() {
      String cookies = browser.cookies(home);
      return cookies.isEmpty() ? List.of() : List.of("Cookie: " + cookies);
    }

    @Override
    public Optional<Path> identity() {
      return Optional.empty();
    }

    @Override
    public Map<String, String> hidden(URI page) throws InterruptedException {
      return browser.get(page).hidden();
    }

    @Override
    public void requireIn() throws InterruptedException {
      Browser.Page shown = browser.get(home);
      if (shown.status() != 200 || !shown.address().equals(home)) {
        throw new CannotMeasure(
            "is not let in any more: %s leads to %s".formatted(home.getPath(), shown));
      }
    }
  }
}
