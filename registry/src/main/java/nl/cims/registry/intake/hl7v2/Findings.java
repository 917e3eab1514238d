// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.ArrayList;
import java.util.List;

/// What was found wrong while reading one message. It stops at 50, which is more than anybody
/// repairs at once.
final class Findings {

  private static final int MOST = 50;

  private final List<Finding> found = new ArrayList<>();

  void add(Fault fault, Place place, String advice) {
    if (found.size() < MOST) {
      found.add(new Finding(fault, place, advice));
    }
  }

  int size() {
    return found.size();
  }

  List<Finding> all() {
    return List.copyOf(found);
  }
}
