// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Dates of which not everything is known.
class PartialDateTest {

  @ParameterizedTest
  @CsvSource({
    "1950,          1950-01-01, 1950-12-31",
    "1950-02,       1950-02-01, 1950-02-28",
    "2024-02,       2024-02-01, 2024-02-29",
    "2024-02-29,    2024-02-29, 2024-02-29",
    "0001,          0001-01-01, 0001-12-31",
    "9999-12,       9999-12-01, 9999-12-31"
  })
  void spansFromTheFirstToTheLastDayThatItCanBe(String text, LocalDate earliest, LocalDate latest) {
    PartialDate date = PartialDate.parse(text);

    assertThat(date.earliest()).isEqualTo(earliest);
    assertThat(date.latest()).isEqualTo(latest);
    assertThat(date.toString()).isEqualTo(text);
  }

  @Test
  void isExactOnlyWhenTheDayIsKnown() {
    assertThat(PartialDate.parse("1950").exact()).isEmpty();
    assertThat(PartialDate.parse("1950-02").exact()).isEmpty();
    assertThat(PartialDate.parse("1950-02-03").exact()).contains(LocalDate.of(1950, 2, 3));
    assertThat(PartialDate.of(LocalDate.of(1950, 2, 3))).isEqualTo(new PartialDate(1950, 2, 3));
  }

  @ParameterizedTest
  @CsvSource({"19500000,1950", "19500200,1950-02", "19500203,1950-02-03"})
  void readsTheZerosOfThePopulationRegisterAsUnknown(String brp, String expected) {
    assertThat(PartialDate.parseBrp(brp).toString()).isEqualTo(expected);
  }

  /// Zeros for the unknown are the population register's spelling and no one else's.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "50",
        "19500203",
        "1950-2-3",
        "1950-00",
        "1950-13",
        "1950-02-30",
        "2023-02-29",
        "1950-02-00",
        "0000",
        "0000-01-01",
        "1950-02-03T00:00:00Z",
        " 1950",
        "1950-",
        "-1950",
        "n/a"
      })
  void refusesWhatIsNoDate(String text) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> PartialDate.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1950", "1950-02-03", "19500003", "00000000", "19501301", "19500230"})
  void refusesWhatIsNoDateOfThePopulationRegister(String digits) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> PartialDate.parseBrp(digits));
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "10000,1,1", "-1,1,1", "1950,0,1", "1950,-1,1", "1950,2,-1", "1950,2,30"})
  void cannotBeConstructedOutsideTheCalendar(int year, int month, int day) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new PartialDate(year, month, day));
  }

  @Test
  void sortsByFirstPossibleDayAndTheVaguerFirst() {
    PartialDate year = PartialDate.parse("1950");
    PartialDate month = PartialDate.parse("1950-01");
    PartialDate day = PartialDate.parse("1950-01-01");
    PartialDate later = PartialDate.parse("1950-01-02");

    assertThat(List.of(later, day, month, year).stream().sorted())
        .containsExactly(year, month, day, later);
    assertThat(day).isEqualByComparingTo(PartialDate.parse("1950-01-01"));
  }
}
