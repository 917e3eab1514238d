// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.util.List;

/// What came of an attack that went on to its end.
///
/// @param lookedAt how much the tool looked at, in words
/// @param findings everything from low on
record Outcome(String lookedAt, List<Finding> findings) {

  Outcome {
    findings = findings.stream().distinct().toList();
  }
}
