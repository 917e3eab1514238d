// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.cims.vocabulary.InvalidValue;
import nl.cims.vocabulary.PartialDate;

/// Dates and times as people and systems write them: `2026-10-03`, `03-10-2026`, `3/10/2026`,
/// `20261003`, `2026-10`, `2026`; in a birth date `00` stands for an unknown day or month. A year
/// has four digits.
final class Dates {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
  private static final Pattern DUTCH = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern TIME =
      Pattern.compile("(\\S+)[T ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?");
  private static final Pattern WITH_ZONE = Pattern.compile(".*(Z|[+-]\\d{2}:\\d{2})");

  private Dates() {}

  static Optional<PartialDate> date(String text) {
    Matcher dutch = DUTCH.matcher(text);
    if (dutch.matches()) {
      return date(dutch.group(4), dutch.group(3), dutch.group(1));
    }
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      String month = iso.group(2);
      String day = iso.group(3);
      return date(iso.group(1), month == null ? "0" : month, day == null ? "0" : day);
    }
    Matcher digits = DIGITS.matcher(text);
    return digits.matches()
        ? date(digits.group(1), digits.group(2), digits.group(3))
        : Optional.empty();
  }

  /// A moment; without a zone it is Dutch time, without a time the begin of the day.
  static Optional<Instant> moment(String text) {
    try {
      if (WITH_ZONE.matcher(text).matches() && text.indexOf(':') > 0) {
        return Optional.of(OffsetDateTime.parse(text.replace(' ', 'T')).toInstant());
      }
      Matcher time = TIME.matcher(text);
      boolean timed = time.matches();
      int hour = timed ? Integer.parseInt(time.group(2)) : 0;
      int minute = timed ? Integer.parseInt(time.group(3)) : 0;
      int second = timed && time.group(4) != null ? Integer.parseInt(time.group(4)) : 0;
      return date(timed ? time.group(1) : text)
          .flatMap(PartialDate::exact)
          .map(day -> LocalDateTime.of(day, java.time.LocalTime.of(hour, minute, second)))
          .map(local -> local.atZone(AMSTERDAM).toInstant());
    } catch (DateTimeException noSuchTime) {
      return Optional.empty();
    }
  }

  private static Optional<PartialDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          new PartialDate(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (InvalidValue noSuchDay) {
      return Optional.empty();
    }
  }
}
