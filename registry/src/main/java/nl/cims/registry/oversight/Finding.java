// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.oversight;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A sign that was seen.
///
/// @param measure to which it leads
/// @param count what was counted, as [Sign] says
/// @param usual how many people are usual in a day; 0 where that is not compared with
public record Finding(Sign sign, Measure measure, int count, int usual) {

  /// The strictest of them; empty if there are none.
  static Optional<Finding> strictest(List<Finding> findings) {
    return findings.stream().max(Comparator.comparing(Finding::measure));
  }

  /// The same, leading to the next stricter measure.
  Finding stricter() {
    return new Finding(sign, measure.stricter(), count, usual);
  }
}
