// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DatesTest {

  private final Dates dutch = new Dates(Language.NL);
  private final Dates english = new Dates(Language.EN);

  @Test
  void writesADayInFull() {
    assertThat(dutch.partial("2021-02-03")).isEqualTo("3 februari 2021");
    assertThat(english.partial("2021-02-03")).isEqualTo("3 February 2021");
  }

  @Test
  void saysNoMoreThanIsKnown() {
    assertThat(dutch.partial("1950")).isEqualTo("1950");
    assertThat(dutch.partial("1950-05")).isEqualTo("mei 1950");
  }

  @Test
  void givesAStrangeDateBackAsItCame() {
    assertThat(dutch.partial("31-02-2021")).isEqualTo("31-02-2021");
    assertThat(dutch.partial("2021-02-31")).isEqualTo("2021-02-31");
    assertThat(dutch.partial("")).isEmpty();
  }

  @Test
  void tellsTheTimeInTheNetherlands() {
    Instant summer = Instant.parse("2021-07-01T22:30:00Z");
    assertThat(dutch.day(summer)).isEqualTo("2 juli 2021");
    assertThat(dutch.time(summer)).isEqualTo("00:30");
    assertThat(dutch.iso(summer)).isEqualTo("2021-07-02T00:30:00+02:00");
  }
}
