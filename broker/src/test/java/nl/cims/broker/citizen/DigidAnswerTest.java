// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import nl.cims.broker.BrokerSettings;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigidAnswerTest {

  private static final String BSN = "999990019";

  private final BrokerSettings.Digid digid =
      new BrokerSettings.Digid(
          "https://digid.test",
          URI.create("https://digid.test/a"),
          URI.create("https://digid.test/t"),
          URI.create("https://digid.test/k"),
          "cims",
          new Secret("secret"),
          "idp_id",
          "loa",
          "idp:digid");

  @ParameterizedTest
  @CsvSource({
    "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport, BASIS",
    "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract, MIDDEN",
    "urn:oasis:names:tc:SAML:2.0:ac:classes:Smartcard, SUBSTANTIEEL",
    "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI, HOOG",
    "http://eidas.europa.eu/LoA/substantial, SUBSTANTIEEL"
  })
  void readsNumberAndLevel(String loa, AssuranceLevel level) {
    DigidAnswer answer = DigidAnswer.of(claims("S00000000:" + BSN, loa), digid);

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
            () -> DigidAnswer.of(claims(idpId, AssuranceLevel.SUBSTANTIEEL.acr()), digid))
        .isInstanceOf(DigidAnswerRefused.class)
        .hasMessageContaining("idp_id")
        .hasMessageNotContaining("99999");
  }

  @Test
  void refusesALevelThatItDoesNotKnow() {
    assertThatThrownBy(() -> DigidAnswer.of(claims("S00000000:" + BSN, "substantial-ish"), digid))
        .isInstanceOf(DigidAnswerRefused.class)
        .hasMessageNotContaining("substantial-ish");
  }

  @Test
  void refusesAnAnswerWithoutLevelOrNumber() {
    assertThatThrownBy(() -> DigidAnswer.of(Map.of("idp_id", "S00000000:" + BSN), digid))
        .isInstanceOf(DigidAnswerRefused.class);
    assertThatThrownBy(
            () -> DigidAnswer.of(Map.of("loa", AssuranceLevel.HOOG.acr(), "idp_id", 9), digid))
        .isInstanceOf(DigidAnswerRefused.class);
  }

  private static Map<String, Object> claims(String idpId, String loa) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("idp_id", idpId);
    claims.put("loa", loa);
    return claims;
  }
}
