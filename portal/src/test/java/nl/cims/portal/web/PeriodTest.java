// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PeriodTest {

  private final Clock justAfterMidnight =
      Clock.fixed(Instant.parse("2026-07-01T22:30:00Z"), ZoneOffset.UTC);

  @Test
  void isTheLastYearInDutchDaysUnlessSomebodySaysOtherwise() {
    Period period = Period.of("", " ", justAfterMidnight);
    assertThat(period.from()).isEqualTo(LocalDate.of(2025, 7, 2));
    assertThat(period.until()).isEqualTo(LocalDate.of(2026, 7, 2));
    assertThat(period.mistake()).isEmpty();
  }

  @Test
  void takesTheDaysThatWereFilledIn() {
    Period period = Period.of("2026-01-01", "2026-01-01", justAfterMidnight);
    assertThat(period.from()).isEqualTo(period.until()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(period.mistake()).isEmpty();
  }

  @Test
  void namesWhatIsWrong() {
    assertThat(Period.of("2026-02-31", "", justAfterMidnight).mistake())
        .contains("accessLog.noDate");
    assertThat(Period.of("31-12-2025", "", justAfterMidnight).mistake())
        .contains("accessLog.noDate");
    assertThat(Period.of("2026-02-02", "2026-02-01", justAfterMidnight).mistake())
        .contains("accessLog.order");
  }
}
