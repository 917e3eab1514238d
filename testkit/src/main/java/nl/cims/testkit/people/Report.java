// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.people;

/// One thing that a source reports: a dose, its correction or its withdrawal.
///
/// @param kind what the source wants
/// @param person who got the dose
/// @param dose the dose as it stands from now on
public record Report(Kind kind, Person person, Dose dose) {

  /// What the source wants.
  public enum Kind {
    RECORD,
    CORRECT,
    WITHDRAW
  }
}
