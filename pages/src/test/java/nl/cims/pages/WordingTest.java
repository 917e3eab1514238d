// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordingTest {

  private final Wording wording =
      Wording.of(Map.of("organisation", "the Institute"), "/nl/cims/pages/example");

  @Test
  void hasEveryTextInBothLanguages() {
    assertThat(wording.in(Language.NL).keys())
        .isEqualTo(wording.in(Language.EN).keys())
        .isNotEmpty();
  }

  @Test
  void choosesThePluralOfTheLanguage() {
    assertThat(wording.in(Language.NL).say("example.doses", "count", 1)).isEqualTo("1 vaccinatie");
    assertThat(wording.in(Language.EN).say("example.doses", "count", 1200))
        .isEqualTo("1,200 vaccinations");
  }

  @Test
  void fillsInTheNamesThatEveryTextMayUse() {
    assertThat(wording.in(Language.EN).say("example.owner"))
        .isEqualTo("It's run by the Institute.");
  }

  @Test
  void letsALaterFileReplaceAnEarlierText() {
    assertThat(wording.in(Language.EN).say("frame.quick")).isEqualTo("Go to");
  }

  @Test
  void refusesAKeyThatDoesNotExist() {
    assertThatThrownBy(() -> wording.in(Language.NL).say("no.such"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no.such");
  }

  @Test
  void refusesAFileThatDoesNotExist() {
    assertThatThrownBy(() -> Wording.of(Map.of(), "/none")).hasMessageContaining("/none_nl");
  }
}
