// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.cims.registry.catalogue.Lines.VaccineLine;

/// The kinds of vaccine that a product is one of.
final class Kinds {

  private Kinds() {}

  /// All of them, near and far; the product itself is among them only if the lines run in a circle.
  static Set<String> above(String product, Map<String, VaccineLine> lines) {
    Set<String> above = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(product));
    while (!open.isEmpty()) {
      VaccineLine line = lines.get(open.remove());
      if (line != null) {
        line.directKinds().stream().filter(above::add).forEach(open::add);
      }
    }
    return above;
  }
}
