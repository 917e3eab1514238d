// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import nl.cims.contracts.problem.ProblemType;

/// What came of looking at a token.
sealed interface Verdict {

  /// Signed by the broker, meant for us, not expired, bound to some certificate.
  record Valid(AccessToken token) implements Verdict {}

  /// Not to be trusted.
  ///
  /// @param type which problem that is
  /// @param reason a fixed sentence that says why and what to do
  record Invalid(ProblemType type, String reason) implements Verdict {

    Invalid(String reason) {
      this(ProblemType.TOKEN_INVALID, reason);
    }
  }

  /// The broker's keys have never been seen and cannot be fetched now.
  record Undecided() implements Verdict {}
}
