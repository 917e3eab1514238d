// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.oversight;

import java.time.Instant;
import java.util.Optional;
import nl.cims.registry.dossier.Occasion;

/// That somebody was looked up, as the signs see it. Names stand for keyed indexes that mean
/// nothing elsewhere: two are equal if what they stand for is.
///
/// @param at when
/// @param occasion for what
/// @param errand for which case
/// @param found whether the register knows somebody under the number
/// @param given whether the employee got what he asked for, or was held off
/// @param whom about whom
record LookUp(
    Instant at, Occasion occasion, String errand, boolean found, boolean given, Whom whom) {

  /// About whom.
  ///
  /// @param person the number
  /// @param numbers the hundred numbers among which it is
  /// @param surname empty if it is unknown
  /// @param namesake whether it is the employee's own surname too
  record Whom(String person, String numbers, Optional<String> surname, boolean namesake) {}

  LookUp withheld() {
    return new LookUp(at, occasion, errand, found, false, whom);
  }

  String person() {
    return whom.person();
  }
}
