// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import nl.cims.vocabulary.InvalidValue;
import nl.cims.vocabulary.PartialDate;

/// Dates and times as people of one language read them, in Dutch time.
public final class Dates {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private final DateFormat day;
  private final DateFormat month;
  private final DateFormat time;
  private final ListFormatter list;

  /// @param language in which months are named
  Dates(Language language) {
    this.day = DateFormat.getInstanceForSkeleton(DateFormat.YEAR_MONTH_DAY, language.locale());
    this.month = DateFormat.getInstanceForSkeleton(DateFormat.YEAR_MONTH, language.locale());
    this.time = DateFormat.getInstanceForSkeleton(DateFormat.HOUR24_MINUTE, language.locale());
    this.list = ListFormatter.getInstance(language.locale());
  }

  /// `3 februari 2021`.
  public String day(LocalDate date) {
    return format(day, date.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
  }

  /// `3 februari 2021`, in Dutch time.
  public String day(Instant moment) {
    return format(day, moment, AMSTERDAM);
  }

  /// `14:05`, in Dutch time.
  public String time(Instant moment) {
    return format(time, moment, AMSTERDAM);
  }

  /// `14:05, 13:50 en 09:12`, in Dutch time and in the order given; a time that shows twice is
  /// named once.
  public String times(List<Instant> moments) {
    return list.format(moments.stream().map(this::time).distinct().toList());
  }

  /// As much as is known of a date in the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a text in any
  /// other form is given back as it came, because what was sent is shown.
  public String partial(String text) {
    try {
      PartialDate date = PartialDate.parse(text);
      return date.exact()
          .map(this::day)
          .orElseGet(
              () ->
                  date.month() == 0
                      ? text
                      : format(
                          month,
                          date.earliest().atStartOfDay(ZoneOffset.UTC).toInstant(),
                          ZoneOffset.UTC));
    } catch (InvalidValue strange) {
      return text;
    }
  }

  /// The machine's form of a moment, for `datetime`.
  public String iso(Instant moment) {
    return moment.atZone(AMSTERDAM).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  /// ICU's formats are not safe for several threads: each call has its own.
  private static String format(DateFormat format, Instant moment, ZoneId zone) {
    DateFormat own = (DateFormat) format.clone();
    own.setTimeZone(TimeZone.getTimeZone(zone.getId()));
    return own.format(Date.from(moment));
  }
}
