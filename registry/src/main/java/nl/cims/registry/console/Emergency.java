// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.access.StaffRole;

/// A dossier that was opened, or asked for, without a relation because somebody's health could not
/// wait. Whom it was about stands in the access log alone, under this id.
///
/// @param id which is the case in the access log
/// @param staff the id of the employee
/// @param name his name
/// @param role in which he did it
/// @param reason in his words
/// @param at when
/// @param judgement what somebody else thought of it afterwards
public record Emergency(
    UUID id,
    String staff,
    String name,
    StaffRole role,
    String reason,
    Instant at,
    Optional<Judgement> judgement) {

  /// What somebody else thought of it.
  ///
  /// @param verdict whether it was right
  /// @param name of the one who judged
  /// @param reason in his words
  /// @param at when
  public record Judgement(Verdict verdict, String name, String reason, Instant at) {

    @Override
    public String toString() {
      return "Judgement[hidden]";
    }
  }

  /// Whether it was right.
  public enum Verdict {
    JUSTIFIED,
    NOT_JUSTIFIED
  }

  @Override
  public String toString() {
    return "Emergency[hidden]";
  }
}
