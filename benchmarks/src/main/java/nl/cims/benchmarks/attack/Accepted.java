// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.util.List;
import java.util.Optional;

/// What a tool says of the demo that is no weakness of the product, and why.
///
/// @param tool which says so
/// @param kind as it names it
/// @param what the beginning of the rest of what it says
/// @param reason why it does not count
record Accepted(String tool, String kind, String what, String reason) {

  private static final List<Accepted> ALL = List.of();

  /// Why this finding does not count, if it does not.
  static Optional<String> reason(String tool, Finding finding) {
    return ALL.stream()
        .filter(
            each ->
                each.tool.equals(tool)
                    && each.kind.equals(finding.kind())
                    && finding.what().startsWith(each.what))
        .map(Accepted::reason)
        .findFirst();
  }
}
