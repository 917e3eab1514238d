// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.util.List;
import java.util.Optional;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.Outcome.Rule;
import nl.cims.registry.intake.ReportedVaccination.Intention;

/// As what a row is told to intake.
///
/// @param intention what intake is asked for
/// @param life distinguishes a row that came back from the one that was withdrawn
/// @param again distinguishes a state to which the row returned from the first time it was in it
record Statement(Intention intention, int life, int again) {

  /// What to say instead after intake refused this; empty if there is nothing better to say. What
  /// is remembered of a row leads here only if it was lost, or the row went back to an earlier
  /// state.
  Optional<Statement> insteadOf(List<Reason> reasons) {
    for (Reason reason : reasons) {
      Optional<Statement> other = insteadOf(reason.rule());
      if (other.isPresent()) {
        return other;
      }
    }
    return Optional.empty();
  }

  /// The same said once more, as another state.
  Statement anew() {
    return new Statement(intention, life, again + 1);
  }

  private Optional<Statement> insteadOf(Rule rule) {
    boolean withdrawing = intention == Intention.WITHDRAW;
    return switch (rule) {
      case OTHER_CONTENT -> Optional.of(new Statement(Intention.CORRECT, life, again));
      case ORIGINAL_UNKNOWN ->
          withdrawing
              ? Optional.empty()
              : Optional.of(new Statement(Intention.RECORD, life, again));
      case ALREADY_WITHDRAWN ->
          withdrawing
              ? Optional.empty()
              : Optional.of(new Statement(Intention.RECORD, life + 1, again));
      default -> Optional.empty();
    };
  }
}
