// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.cims.broker.citizen.DigidSettings.Claims;
import nl.cims.broker.citizen.DigidSettings.LevelName;
import nl.cims.broker.citizen.DigidSettings.NumberForm;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigidAnswerTest {

  private static final String BSN = "999990019";

  private static final List<LevelName> LEVELS =
      Stream.of(AssuranceLevel.values())
          .flatMap(
              level ->
                  Stream.of(new LevelName(level.acr(), level), new LevelName("as-" + level, level)))
          .toList();

  private final Claims names = new Claims("idp_id", NumberForm.WITH_SECTOR, "loa", LEVELS);
  private final Claims bare = new Claims("nin", NumberForm.BARE, "loa", LEVELS);

  @ParameterizedTest
  @CsvSource({
    "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport, BASIS",
    "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract, MIDDEN",
    "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard, SUBSTANTIEEL",
    "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI, HOOG",
    "as-SUBSTANTIEEL, SUBSTANTIEEL"
  })
  void readsNumberAndLevel(String loa, AssuranceLevel level) {
    DigidAnswer answer = DigidAnswer.of(claims("S00000000:" + BSN, loa), names);

    assertThat(answer.bsn().sameAs(Bsn.of(BSN))).isTrue();
    assertThat(answer.level()).isEqualTo(level);
    assertThat(answer.toString()).doesNotContain(BSN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "S00000001:999990019",
        "s00000000:999990019",
        "999990019",
        "S00000000:999990018",
        "S00000000:",
        "S00000000:999990019 ",
        ""
      })
  void refusesWhatIsNoBsnOfTheRightSector(String idpId) {
    assertThatThrownBy(
            () -> DigidAnswer.of(claims(idpId, AssuranceLevel.SUBSTANTIEEL.acr()), names))
        .isInstanceOf(DigidAnswerRefused.class)
        .hasMessageContaining("idp_id")
        .hasMessageNotContaining("99999");
  }

  @Test
  void readsABareNumber() {
    Map<String, Object> claims = Map.of("nin", BSN, "loa", AssuranceLevel.HOOG.acr());
    assertThat(DigidAnswer.of(claims, bare).bsn().sameAs(Bsn.of(BSN))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"S00000000:999990019", "S00000001:999990019", "99999001", "999990018"})
  void refusesABareNumberThatIsNone(String nin) {
    assertThatThrownBy(
            () -> DigidAnswer.of(Map.of("nin", nin, "loa", AssuranceLevel.HOOG.acr()), bare))
        .isInstanceOf(DigidAnswerRefused.class)
        .hasMessageNotContaining("99999");
  }

  /// A level that eIDAS knows and the settings do not name is refused all the same.
  @Test
  void knowsNoLevelBesidesThoseInTheList() {
    assertThatThrownBy(
            () ->
                DigidAnswer.of(
                    claims("S00000000:" + BSN, "http://eidas.europa.eu/LoA/substantial"), names))
        .isInstanceOf(DigidAnswerRefused.class);
  }

  @Test
  void noSettingMakesAHigherLevelOfALowerOne() {
    for (AssuranceLevel known : AssuranceLevel.values()) {
      for (AssuranceLevel claimed : AssuranceLevel.values()) {
        assertThat(new LevelName(known.acr(), claimed).isHonest()).isEqualTo(known == claimed);
      }
    }
  }

  @Test
  void refusesALevelThatItDoesNotKnow() {
    assertThatThrownBy(() -> DigidAnswer.of(claims("S00000000:" + BSN, "substantial-ish"), names))
        .isInstanceOf(DigidAnswerRefused.class)
        .hasMessageNotContaining("substantial-ish");
  }

  @Test
  void refusesAnAnswerWithoutLevelOrNumber() {
    assertThatThrownBy(() -> DigidAnswer.of(Map.of("idp_id", "S00000000:" + BSN), names))
        .isInstanceOf(DigidAnswerRefused.class);
    assertThatThrownBy(
            () -> DigidAnswer.of(Map.of("loa", AssuranceLevel.HOOG.acr(), "idp_id", 9), names))
        .isInstanceOf(DigidAnswerRefused.class);
  }

  private static Map<String, Object> claims(String idpId, String loa) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("idp_id", idpId);
    claims.put("loa", loa);
    return claims;
  }
}
