// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.cims.benchmarks.CannotMeasure;

/// What was asked.
///
/// @param patience how long each tool may take for one target, 30 s to two hours
/// @param proofOnly to look only whether the tools find what was planted
/// @param tools which to use; all of them if none is named
record Asked(Duration patience, boolean proofOnly, Set<String> tools) {

  private static final Set<String> TOOLS = Set.of("testssl.sh", "wapiti", "sqlmap");
  private static final int USUAL = 600;
  private static final int SHORTEST = 30;
  private static final int LONGEST = 7200;

  Asked {
    tools = Set.copyOf(tools);
  }

  /// @throws CannotMeasure if it makes no sense
  static Asked of(List<String> arguments) {
    Set<String> rest = new HashSet<>(arguments);
    boolean proofOnly = rest.remove("--prove");
    Set<String> tools = new HashSet<>(rest);
    tools.retainAll(TOOLS);
    rest.removeAll(TOOLS);
    String text = rest.isEmpty() ? Integer.toString(USUAL) : rest.iterator().next();
    int seconds = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (rest.size() > 1 || seconds < SHORTEST || seconds > LONGEST) {
      throw new CannotMeasure(
          "./cims attack takes a number of seconds from %d to %d, testssl.sh, wapiti, sqlmap and --prove, not %s."
              .formatted(SHORTEST, LONGEST, String.join(" ", arguments)));
    }
    return new Asked(Duration.ofSeconds(seconds), proofOnly, tools.isEmpty() ? TOOLS : tools);
  }

  boolean wants(Assault assault) {
    return tools.contains(assault.tool());
  }

  /// Whether nothing is left out.
  boolean isWhole() {
    return tools.equals(TOOLS);
  }
}
