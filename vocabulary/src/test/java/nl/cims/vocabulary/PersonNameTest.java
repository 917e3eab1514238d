// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/// A person's name with its infix apart.
class PersonNameTest {

  @Test
  void isReadInOrderWithTheInfixBeforeTheSurname() {
    PersonName name = new PersonName("Anna Maria", "van der", "Berg");

    assertThat(name.full()).isEqualTo("Anna Maria van der Berg");
    assertThat(name.family()).isEqualTo("van der Berg");
  }

  @Test
  void leavesNoBlankWhereAPartIsMissing() {
    assertThat(new PersonName("Anna", "", "Berg").full()).isEqualTo("Anna Berg");
    assertThat(new PersonName("", "de", "Wit").full()).isEqualTo("de Wit");
    assertThat(new PersonName("Sukarno", "", "").full()).isEqualTo("Sukarno");
    assertThat(new PersonName("Anna", "", "Berg").family()).isEqualTo("Berg");
  }

  @Test
  void composesDiacriticsAndDropsOuterBlanks() {
    PersonName decomposed = new PersonName(" Zoe\u0308 ", "", "Cre\u0301ve\u0302");

    assertThat(decomposed.full()).isEqualTo("Zo\u00eb Cr\u00e9v\u00ea");
    assertThat(decomposed).isEqualTo(new PersonName("Zo\u00eb", "", "Cr\u00e9v\u00ea"));
  }

  @Test
  void isNotPrinted() {
    assertThat(new PersonName("Anna", "van", "Dam").toString()).isEqualTo("PersonName[hidden]");
  }

  @Test
  void needsFirstNamesOrASurname() {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new PersonName("", "", ""));
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new PersonName(" ", "van", " "));
  }

  @Test
  void measuresAPartAfterComposing() {
    String twoHundredLetters = "e\u0308".repeat(200);

    assertThat(new PersonName("", "", twoHundredLetters).surname()).hasSize(200);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new PersonName("", "", twoHundredLetters + "e"))
        .withMessageNotContaining("\u00eb");
  }
}
