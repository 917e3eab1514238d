// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.oversight;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.access.StaffRole;

/// A sign that somebody has to look at.
///
/// @param id its number
/// @param staff the id of the employee, under which the access log finds what he did
/// @param name his name
/// @param role in which he did it
/// @param finding which sign, what was counted and what it led to
/// @param subject what the access log calls the person whom he asked for
/// @param at when
/// @param judgement what somebody else thought of it
public record Alert(
    UUID id,
    String staff,
    String name,
    StaffRole role,
    Finding finding,
    String subject,
    Instant at,
    Optional<Judgement> judgement) {

  /// What somebody else thought of it.
  ///
  /// @param verdict whether there was an explanation
  /// @param name of the one who judged
  /// @param reason in his words
  /// @param at when
  public record Judgement(Verdict verdict, String name, String reason, Instant at) {

    @Override
    public String toString() {
      return "Judgement[hidden]";
    }
  }

  /// Whether there was an explanation.
  public enum Verdict {
    /// It was work: the sign counts anew, and if it held the employee off, that ends.
    EXPLAINED,
    /// It was not: who was suspended stays so.
    MISUSE
  }

  @Override
  public String toString() {
    return "Alert[hidden]";
  }
}
