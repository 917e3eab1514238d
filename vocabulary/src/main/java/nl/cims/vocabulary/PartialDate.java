// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/// A date of which the day, or the day and the month, may be unknown, as the population register
/// (BRP) keeps birth dates and as FHIR sends them.
///
/// @param year 1 to 9999
/// @param month 1 to 12, or 0 if unknown
/// @param day 1 to 31, or 0 if unknown; 0 whenever the month is
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {

  /// @throws InvalidValue if there is no such date
  public PartialDate {
    boolean known = year >= 1 && year <= 9999 && (month != 0 || day == 0);
    if (!known || !exists(year, month, day)) {
      throw new InvalidValue("a date is YYYY, YYYY-MM or YYYY-MM-DD and exists in the calendar");
    }
  }

  /// A date known to the day.
  public static PartialDate of(LocalDate date) {
    return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  ///
  /// @throws InvalidValue if the text is none of these, or no existing date
  public static PartialDate parse(String text) {
    if (!text.matches("\\d{4}(-(?!00)\\d{2}(-(?!00)\\d{2})?)?")) {
      throw new InvalidValue("a date is YYYY, YYYY-MM or YYYY-MM-DD");
    }
    return new PartialDate(
        Integer.parseInt(text.substring(0, 4)),
        text.length() >= 7 ? Integer.parseInt(text.substring(5, 7)) : 0,
        text.length() == 10 ? Integer.parseInt(text.substring(8)) : 0);
  }

  /// Reads the eight digits of the BRP, in which `00` stands for an unknown day or month.
  ///
  /// @throws InvalidValue if the text is not of that form
  public static PartialDate parseBrp(String digits) {
    if (!digits.matches("\\d{8}")) {
      throw new InvalidValue("a BRP date has eight digits, YYYYMMDD");
    }
    return new PartialDate(
        Integer.parseInt(digits.substring(0, 4)),
        Integer.parseInt(digits.substring(4, 6)),
        Integer.parseInt(digits.substring(6)));
  }

  /// The first day that it can be.
  public LocalDate earliest() {
    return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
  }

  /// The last day that it can be.
  public LocalDate latest() {
    YearMonth last = YearMonth.of(year, month == 0 ? 12 : month);
    return day == 0 ? last.atEndOfMonth() : last.atDay(day);
  }

  /// The day itself, if it is known.
  public Optional<LocalDate> exact() {
    return day == 0 ? Optional.empty() : Optional.of(earliest());
  }

  /// By the first day that it can be, the vaguer one first.
  @Override
  public int compareTo(PartialDate other) {
    int byDay = earliest().compareTo(other.earliest());
    return byDay != 0 ? byDay : Integer.compare(precision(), other.precision());
  }

  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, so that [#parse(String)] reads it back.
  @Override
  public String toString() {
    return switch (precision()) {
      case 1 -> "%04d".formatted(year);
      case 2 -> "%04d-%02d".formatted(year, month);
      default -> "%04d-%02d-%02d".formatted(year, month, day);
    };
  }

  private int precision() {
    return month == 0 ? 1 : day == 0 ? 2 : 3;
  }

  private static boolean exists(int year, int month, int day) {
    try {
      return month == 0 || LocalDate.of(year, month, day == 0 ? 1 : day).getYear() == year;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }
}
