// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /// The statuses of a closed door by which this form refuses a value, its door being open.
  default Set<String> refusals(URI form, Map<String, String> fields) throws InterruptedException {
    return Set.of();
  }

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

    /// The status with which the form shows itself again: it has been read, and what stood in it
    /// was refused. The same status without the form may be a closed door.
    @Override
    public Set<String> refusals(URI form, Map<String, String> fields) throws InterruptedException {
      Map<String, String> all = new LinkedHashMap<>(hidden(form));
      all.putAll(fields);
      Browser.Page answer = browser.post(form, all);
      boolean again =
          fields.keySet().stream()
              .allMatch(field -> answer.body().contains("name=\"" + field + "\""));
      return again ? Set.of(Integer.toString(answer.status())) : Set.of();
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
