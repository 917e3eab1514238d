// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/// What is to be complained of on the pages that a test comes along.
public final class Complaints {

  /// The words that stand outside the window.
  private static final String OUTSIDE =
      "(() => { const out = []; const range = document.createRange();"
          + " const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
          + " while (texts.nextNode()) { range.selectNodeContents(texts.currentNode);"
          + " if (range.getBoundingClientRect().right > document.documentElement.clientWidth + 1)"
          + " out.push(texts.currentNode.data.trim()); } return out.join(' | '); })()";

  private final List<String> all = new ArrayList<>();

  /// Adds one.
  public void add(String complaint) {
    all.add(complaint);
  }

  /// All there have been, in their order.
  public List<String> all() {
    return List.copyOf(all);
  }

  /// Begins anew.
  public void clear() {
    all.clear();
  }

  /// Complains of every error that the browser reports about this page from now on, but for answers
  /// with an error status, which tests ask for.
  ///
  /// @param expected parts of errors that are no reason to complain
  public void hear(Page page, String... expected) {
    page.onConsoleMessage(
        message -> {
          boolean fine =
              message.text().contains("status of")
                  || List.of(expected).stream().anyMatch(message.text()::contains);
          if (message.type().equals("error") && !fine) {
            add(page.url() + ": " + message.text());
          }
        });
  }

  /// Complains of everything that axe-core finds on the page as it is, and if it is wider than its
  /// window.
  ///
  /// @param where the name of the page in a complaint
  public void look(Page page, String where) {
    examine(page, where);
    measure(page, where);
  }

  /// Complains of everything that axe-core finds.
  public void examine(Page page, String where) {
    new AxeBuilder(page)
        .setLegacyMode(true) // There are no frames, for which it would open a window each time.
        .analyze()
        .getViolations()
        .forEach(
            rule ->
                add(
                    "%s: %s %s"
                        .formatted(
                            where,
                            rule.getId(),
                            rule.getNodes().stream().map(node -> node.getHtml()).toList())));
  }

  /// Complains if one has to scroll sideways.
  public void measure(Page page, String where) {
    Object overflow =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (!Integer.valueOf(0).equals(overflow)) {
      add("%s: scrolls sideways by %s, for %s".formatted(where, overflow, page.evaluate(OUTSIDE)));
    }
  }
}
