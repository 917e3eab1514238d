// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.cims.contracts.citizen.AccessLogView;

/// The period for which a citizen wants to see who looked, as he filled it in.
///
/// @param from first day; a year ago if he said nothing
/// @param until last day; today if he said nothing
/// @param mistake the key of what is wrong with it
public record Period(LocalDate from, LocalDate until, Optional<String> mistake) {

  static final AccessLogView NOTHING =
      new AccessLogView(
          LocalDate.ofInstant(Instant.EPOCH, ZoneId.of("Europe/Amsterdam")),
          LocalDate.ofInstant(Instant.EPOCH, ZoneId.of("Europe/Amsterdam")),
          List.of(),
          false);

  static Period of(String from, String until, Clock clock) {
    LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Amsterdam")));
    LocalDate yearAgo = today.minusYears(1);
    try {
      LocalDate first = from.isBlank() ? yearAgo : LocalDate.parse(from.strip());
      LocalDate last = until.isBlank() ? today : LocalDate.parse(until.strip());
      return new Period(
          first, last, first.isAfter(last) ? Optional.of("accessLog.order") : Optional.empty());
    } catch (DateTimeException noDate) {
      return new Period(yearAgo, today, Optional.of("accessLog.noDate"));
    }
  }
}
