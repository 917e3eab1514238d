// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import nl.cims.registry.accesslog.Inspections;

/// The days of which somebody wants to see the log; a quarter of a year if he does not say.
///
/// @param from first day
/// @param until last day
/// @param mistake the key of the sentence that says what is wrong with what was typed
public record LogPeriod(LocalDate from, LocalDate until, Optional<String> mistake) {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final int USUAL_MONTHS = 3;

  /// What was typed; empty texts stand for what was left open.
  static LogPeriod of(String from, String until, Clock clock) {
    LocalDate today = LocalDate.now(clock.withZone(AMSTERDAM));
    try {
      LocalDate last = until.isBlank() ? today : LocalDate.parse(until.strip());
      LocalDate first =
          from.isBlank() ? last.minusMonths(USUAL_MONTHS) : LocalDate.parse(from.strip());
      return new LogPeriod(
          first, last, first.isAfter(last) ? Optional.of("period.reversed") : Optional.empty());
    } catch (DateTimeParseException noDate) {
      return new LogPeriod(today.minusMonths(USUAL_MONTHS), today, Optional.of("period.noDate"));
    }
  }

  Inspections.Period inspected() {
    return new Inspections.Period(
        from.atStartOfDay(AMSTERDAM).toInstant(),
        until.plusDays(1).atStartOfDay(AMSTERDAM).toInstant());
  }
}
