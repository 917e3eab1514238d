// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import java.util.Optional;
import nl.cims.registry.dossier.Errand;

/// A reason in somebody's own words, which others will read.
final class GivenReason {

  static final int SHORTEST = 20;
  static final int LONGEST = 1000;

  private GivenReason() {}

  /// What is wrong with it, as the key of a sentence: too short, too long, or somebody's number
  /// stands in it. Empty if nothing is.
  static Optional<String> mistake(String reason) {
    int length = reason.strip().length();
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of("form.reason.length");
    }
    return Errand.holdsBsn(reason) ? Optional.of("form.reason.bsn") : Optional.empty();
  }

  /// The same of a decision, for which something has to be chosen too.
  ///
  /// @param chosen what was chosen
  /// @param missing the key of the sentence if nothing was
  static Optional<String> mistake(Optional<?> chosen, String missing, String reason) {
    return chosen.isEmpty() ? Optional.of(missing) : mistake(reason);
  }
}
