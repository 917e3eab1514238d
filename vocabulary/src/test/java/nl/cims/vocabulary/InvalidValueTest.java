// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The error of every value type.
class InvalidValueTest {

  @Test
  void saysWhichRuleIsBroken() {
    assertThat(new InvalidValue("a URA has eight digits").rule())
        .isEqualTo("a URA has eight digits");
  }
}
