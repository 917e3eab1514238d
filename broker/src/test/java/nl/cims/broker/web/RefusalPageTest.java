// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.cims.pages.Language;
import nl.cims.pages.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalPageTest {

  private final Wording wording = Wording.of(Map.of(), RefusalPage.TEXTS);

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void everyRefusalHasItsTextsInBothLanguages(Refusal refusal) {
    for (Language language : Language.values()) {
      assertThat(wording.in(language).say(refusal.key() + ".title")).isNotBlank();
      assertThat(wording.in(language).say(refusal.key() + ".text")).isNotBlank();
    }
    assertThat(refusal.detail()).isNotBlank();
  }

  @Test
  void languagesHaveTheSameKeys() {
    assertThat(wording.in(Language.NL).keys())
        .isEqualTo(wording.in(Language.EN).keys())
        .hasSizeGreaterThan(2 * Refusal.values().length);
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void everyStatusLeadsBackToARefusalOfThatStatus(Refusal refusal) {
    assertThat(Refusal.of(refusal.status()).status()).isEqualTo(refusal.status());
  }
}
