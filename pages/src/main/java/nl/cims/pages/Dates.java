// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import nl.cims.vocabulary.InvalidValue;
import nl.cims.vocabulary.PartialDate;

/// Dates and times as people read them, in Dutch time.
///
/// @param language in which months are named
public record Dates(Language language) {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  /// `3 februari 2021`.
  public String day(TemporalAccessor date) {
    return format("d MMMM uuuu", date);
  }

  /// `3 februari 2021`, in Dutch time.
  public String day(Instant moment) {
    return day(moment.atZone(AMSTERDAM));
  }

  /// `14:05`, in Dutch time.
  public String time(Instant moment) {
    return format("HH:mm", moment.atZone(AMSTERDAM));
  }

  /// As much as is known of a date in the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a text in any
  /// other form is given back as it came, because what was sent is shown.
  public String partial(String text) {
    try {
      PartialDate date = PartialDate.parse(text);
      return date.exact()
          .map(this::day)
          .orElseGet(() -> date.month() == 0 ? text : format("MMMM uuuu", date.earliest()));
    } catch (InvalidValue strange) {
      return text;
    }
  }

  /// The machine's form of a moment, for `datetime`.
  public String iso(Instant moment) {
    return ZonedDateTime.ofInstant(moment, AMSTERDAM)
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private String format(String pattern, TemporalAccessor date) {
    return DateTimeFormatter.ofPattern(pattern, language.locale()).format(date);
  }
}
