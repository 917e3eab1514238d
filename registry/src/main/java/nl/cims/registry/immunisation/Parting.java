// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import java.time.Instant;

/// What staff decided about two reports that the rule takes for one dose. A later decision about
/// the same two replaces an earlier one; all are kept.
///
/// @param one a dose as one source reported it
/// @param other a dose as another source reported it
/// @param act what was decided
/// @param judgement by whom and why
/// @param at when
public record Parting(DoseId one, DoseId other, Act act, Judgement judgement, Instant at) {

  /// What can be decided.
  public enum Act {
    /// They are two doses.
    PARTED,
    /// The parting was a mistake; the rule holds again.
    UNDONE
  }

  /// Who decides, and why.
  ///
  /// @param staff the id of the member of staff
  /// @param reason in his words; kept as ciphertext
  public record Judgement(String staff, String reason) {

    @Override
    public String toString() {
      return "Judgement[hidden]";
    }
  }

  /// What became of a decision.
  public enum Outcome {
    /// It holds from now on.
    DECIDED,
    /// It held already; nothing was written.
    HELD_ALREADY,
    /// These are not two known doses of one person; nothing was written.
    NOT_ONE_PERSONS
  }
}
