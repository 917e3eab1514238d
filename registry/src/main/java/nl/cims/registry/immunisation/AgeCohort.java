// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import nl.cims.vocabulary.PartialDate;

/// The five years of age in which somebody was when he got a dose: coarse enough to count by
/// without knowing him.
///
/// @param label such as `30-34`
public record AgeCohort(String label) {

  private static final int YEARS = 5;

  /// The cohort at that date, or empty if it lies before the birth.
  public static Optional<AgeCohort> at(PartialDate occurredOn, PartialDate birthDate) {
    long age = ChronoUnit.YEARS.between(birthDate.earliest(), occurredOn.latest());
    if (age < 0) {
      return Optional.empty();
    }
    long from = age / YEARS * YEARS;
    return Optional.of(new AgeCohort(from + "-" + (from + YEARS - 1)));
  }
}
