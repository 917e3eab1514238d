// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

import static nl.cims.vocabulary.AssuranceLevel.BASIS;
import static nl.cims.vocabulary.AssuranceLevel.HOOG;
import static nl.cims.vocabulary.AssuranceLevel.MIDDEN;
import static nl.cims.vocabulary.AssuranceLevel.SUBSTANTIEEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How sure a login is, and that no spelling of a level passes for a higher one.
class AssuranceLevelTest {

  private static final String SAML = "urn:oasis:names:tc:SAML:2.0:ac:classes:";

  @ParameterizedTest
  @CsvSource({
    "PasswordProtectedTransport, BASIS",
    "MobileTwoFactorContract,    MIDDEN",
    "Smartcard,                  SUBSTANTIEEL",
    "SmartcardPKI,               HOOG"
  })
  void readsTheNamesOfDigid(String name, AssuranceLevel level) {
    assertThat(AssuranceLevel.ofAcr(SAML + name)).contains(level);
    assertThat(level.acr()).isEqualTo(SAML + name);
  }

  @ParameterizedTest
  @CsvSource({
    "http://eidas.europa.eu/LoA/low,         MIDDEN",
    "http://eidas.europa.eu/LoA/substantial, SUBSTANTIEEL",
    "http://eidas.europa.eu/loa/substantial, SUBSTANTIEEL",
    "http://eidas.europa.eu/LoA/high,        HOOG"
  })
  void readsTheNamesOfEidasInEitherCase(String acr, AssuranceLevel level) {
    assertThat(AssuranceLevel.ofAcr(acr)).contains(level);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "substantial",
        "Smartcard",
        "SUBSTANTIEEL",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:smartcard",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard ",
        "urn:oasis:names:tc:SAML:2.0:ac:classes:",
        "http://eidas.europa.eu/LoA/",
        "http://eidas.europa.eu/LoA/substantial http://eidas.europa.eu/LoA/high",
        "4"
      })
  void knowsNothingElse(String acr) {
    assertThat(AssuranceLevel.ofAcr(acr)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void isReadBackAsItIsSent(AssuranceLevel level) {
    assertThat(AssuranceLevel.ofAcr(level.acr())).contains(level);
  }

  @Test
  void showsHealthDataFromSubstantieelOn() {
    assertThat(AssuranceLevel.MINIMUM_FOR_HEALTH_DATA).isEqualTo(SUBSTANTIEEL);
    assertThat(Stream.of(AssuranceLevel.values()).filter(AssuranceLevel::sufficesForHealthData))
        .containsExactly(SUBSTANTIEEL, HOOG);
    assertThat(AssuranceLevel.values()).containsExactly(BASIS, MIDDEN, SUBSTANTIEEL, HOOG);
  }
}
