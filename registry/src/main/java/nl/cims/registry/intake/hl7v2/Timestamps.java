// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.cims.vocabulary.InvalidValue;
import nl.cims.vocabulary.PartialDate;
import org.jspecify.annotations.Nullable;

/// Reads HL7's time stamps: `YYYY[MM[DD[HH[MM[SS[.S…]]]]]][+/-ZZZZ]`.
final class Timestamps {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}(?:\\d{2})?|(\\d{8})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:\\.\\d{1,6})?)?)?)?)([+-]\\d{4})?");
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private Timestamps() {}

  /// The day as the sender wrote it, whatever the clock says elsewhere; day and month may be left
  /// out or `00`.
  ///
  /// @throws InvalidValue if it is no date
  static PartialDate date(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new InvalidValue("a date is YYYYMMDD, YYYYMM or YYYY");
    }
    String digits = form.group(2) == null ? (form.group(1) + "0000") : form.group(2);
    return PartialDate.parseBrp(digits.substring(0, 8));
  }

  /// The moment, if it is told to the hour; a clock without zone is a Dutch one.
  static Optional<Instant> moment(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || form.group(3) == null) {
      return Optional.empty();
    }
    try {
      Optional<LocalDateTime> local = date(text).exact().map(day -> day.atTime(time(form)));
      String zone = form.group(6);
      ZoneId where = zone == null ? AMSTERDAM : ZoneOffset.of(zone);
      return local.map(it -> it.atZone(where).toInstant());
    } catch (InvalidValue | DateTimeException noSuchMoment) {
      return Optional.empty();
    }
  }

  private static LocalTime time(Matcher form) {
    return LocalTime.of(number(form.group(3)), number(form.group(4)), number(form.group(5)));
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
