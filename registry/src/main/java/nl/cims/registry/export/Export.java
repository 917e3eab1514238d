// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.export;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// That somebody asked for data of many people, and what became of it.
///
/// @param id its number
/// @param wish what was asked for
/// @param staff the id of the employee who asked
/// @param name his name
/// @param at when
/// @param decision what somebody else decided
/// @param fetched how often it was fetched since
public record Export(
    UUID id,
    Wish wish,
    String staff,
    String name,
    Instant at,
    Optional<Decision> decision,
    int fetched) {

  /// How long after the decision it can be fetched.
  static final Duration OPEN = Duration.ofDays(7);

  /// What is asked for: doses given in a period.
  ///
  /// @param from first day
  /// @param until last day
  /// @param recipient the id of the one it is for
  /// @param purpose what he needs it for, in the words of the one who asks
  public record Wish(LocalDate from, LocalDate until, String recipient, String purpose) {

    @Override
    public String toString() {
      return "Wish[hidden]";
    }
  }

  /// What somebody else decided.
  ///
  /// @param verdict which way
  /// @param name of the one who decided
  /// @param reason in his words
  /// @param at when
  public record Decision(Verdict verdict, String name, String reason, Instant at) {

    @Override
    public String toString() {
      return "Decision[hidden]";
    }
  }

  /// Which way it was decided.
  public enum Verdict {
    APPROVED,
    DECLINED
  }

  /// Whether it can be fetched at this moment.
  public boolean isOpen(Instant now) {
    return now.isBefore(openUntil());
  }

  /// Until when it can be fetched; when it was asked for if it was not approved.
  public Instant openUntil() {
    return decision
        .filter(it -> it.verdict() == Verdict.APPROVED)
        .map(it -> it.at().plus(OPEN))
        .orElse(at);
  }

  @Override
  public String toString() {
    return "Export[hidden]";
  }
}
