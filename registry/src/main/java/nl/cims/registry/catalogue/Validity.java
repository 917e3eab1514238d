// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import java.time.LocalDate;
import nl.cims.vocabulary.PartialDate;
import org.jspecify.annotations.Nullable;

/// The days on which a code has its meaning.
///
/// @param from the first of them
/// @param until the last of them
record Validity(LocalDate from, LocalDate until) {

  /// Before any dose that the register can hear of.
  static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

  /// From the beginning, or without end, where a bound is absent.
  static Validity of(@Nullable LocalDate from, @Nullable LocalDate until) {
    return new Validity(from == null ? BEGINNING : from, until == null ? LocalDate.MAX : until);
  }

  /// Whether one of the days that the date can be lies in it.
  boolean reaches(PartialDate date) {
    return !date.latest().isBefore(from) && !date.earliest().isAfter(until);
  }

  boolean overlaps(Validity other) {
    return !from.isAfter(other.until) && !other.from.isAfter(until);
  }

  boolean endsBeforeItBegins() {
    return until.isBefore(from);
  }
}
