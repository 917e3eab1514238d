// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers and codes that others give out: batches, vaccines, care organisations and providers.
class CodesTest {

  @Nested
  class ABatchNumber {

    @ParameterizedTest
    @ValueSource(strings = {"EJ6795", "ABW 4032/1", "214001-A", "é", "1"})
    void isKeptAsSent(String text) {
      assertThat(new BatchNumber(text).value()).isEqualTo(text);
      assertThat(new BatchNumber(" " + text + "\t").toString()).isEqualTo(text);
    }

    @Test
    void hasOneToSixtyPrintableCharacters() {
      assertThat(new BatchNumber("x".repeat(60)).value()).hasSize(60);
      for (String bad : new String[] {"", "  ", "x".repeat(61), "EJ\n6795", "EJ\u0000"}) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new BatchNumber(bad));
      }
    }
  }

  @Nested
  class AVaccineCode {

    @Test
    void belongsToASystem() {
      VaccineCode comirnaty = new VaccineCode(CodeSystem.HPK, "2924528");

      assertThat(comirnaty.toString()).isEqualTo("HPK:2924528");
      assertThat(comirnaty).isNotEqualTo(new VaccineCode(CodeSystem.GPK, "2924528"));
    }

    @Test
    void hasOneToFortyCharactersWithoutBlanks() {
      assertThat(new VaccineCode(CodeSystem.ATC, "x".repeat(40)).code()).hasSize(40);
      for (String bad : new String[] {"", " ", "J07 BX03", "x".repeat(41), "J07\n"}) {
        assertThatExceptionOfType(InvalidValue.class)
            .isThrownBy(() -> new VaccineCode(CodeSystem.ATC, bad));
      }
    }
  }

  @Nested
  class ACodeSystem {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsAddress(CodeSystem system) {
      assertThat(CodeSystem.byUri(system.uri())).contains(system);
    }

    @Test
    void isFoundByItsOidToo() {
      assertThat(CodeSystem.byUri("urn:oid:2.16.840.1.113883.6.96")).contains(CodeSystem.SNOMED);
      assertThat(CodeSystem.byUri("urn:oid:2.16.840.1.113883.2.4.4.7")).contains(CodeSystem.HPK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "urn:oid:", "http://snomed.info/sct/", "urn:oid:1.2.3"})
    void isNotGuessed(String uri) {
      assertThat(CodeSystem.byUri(uri)).isEmpty();
    }
  }

  @Nested
  class AUraOrAnAgbCode {

    @Test
    void hasEightDigitsOfWhichLeadingZerosCount() {
      assertThat(new Ura("00001234").value()).isEqualTo("00001234");
      assertThat(new Agb("01234567").toString()).isEqualTo("01234567");
      assertThat(new Ura("00001234").toString()).isEqualTo("00001234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234567", "123456789", "1234567a", " 1234567", "١٢٣٤٥٦٧٨"})
    void isNothingElse(String text) {
      assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Ura(text));
      assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Agb(text));
    }
  }
}
