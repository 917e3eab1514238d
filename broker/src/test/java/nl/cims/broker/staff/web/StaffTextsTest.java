// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import nl.cims.broker.staff.Act;
import nl.cims.broker.staff.Decision;
import nl.cims.broker.staff.Proposal;
import nl.cims.broker.staff.Role;
import nl.cims.pages.Language;
import nl.cims.pages.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffTextsTest {

  private final Wording wording = Wording.of(Map.of(), Frames.TEXTS);

  @Test
  void languagesHaveTheSameKeys() {
    assertThat(wording.in(Language.NL).keys()).isEqualTo(wording.in(Language.EN).keys());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyConstantHasItsWord(Language language) {
    Stream.of(Role.values(), Act.values(), Proposal.Kind.values())
        .flatMap(Arrays::stream)
        .forEach(constant -> assertThat(wording.in(language).say((Enum<?>) constant)).isNotBlank());
    for (Decision.Why why : Decision.Why.values()) {
      assertThat(wording.in(language).say("told." + why + ".text")).isNotBlank();
    }
    for (StaffRoute page : StaffRoute.menu()) {
      assertThat(wording.in(language).say("menu." + page)).isNotBlank();
    }
  }
}
