// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv.web;

import java.security.Principal;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.registry.access.Parties;
import nl.cims.registry.access.Party.Channel;
import nl.cims.registry.intake.csv.Language;
import org.springframework.stereotype.Component;

/// Who asks, and in which language he is answered.
@Component
class Senders {

  private final Parties parties;

  Senders(Parties parties) {
    this.parties = parties;
  }

  /// The id of the party that calls.
  ///
  /// @throws RequestRefused if it may not report in CSV
  String source(Principal caller) {
    return parties
        .reporting(caller.getName(), Channel.CSV)
        .orElseThrow(
            () ->
                new RequestRefused(
                    ProblemType.SOURCE_UNKNOWN,
                    "The sender is not registered for CSV; contact the register."))
        .id();
  }

  /// The language with this code.
  ///
  /// @throws RequestRefused if it is not offered
  static Language language(String code) {
    return Language.of(code)
        .orElseThrow(
            () ->
                new RequestRefused(
                    ProblemType.MALFORMED_REQUEST, "The parameter language is nl or en."));
  }
}
