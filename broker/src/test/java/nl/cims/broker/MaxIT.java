// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import nl.cims.broker.support.Browser;
import nl.cims.broker.support.Portal;
import nl.cims.broker.support.RunningBroker;
import nl.cims.testkit.certificates.Issued;
import nl.cims.vocabulary.AssuranceLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A login through a broker that speaks as MAX and TVS do, by settings alone: who it is comes in
/// the user info, signed under a certificate and encrypted to us.
class MaxIT {

  private static final String BASIS =
      "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";
  private static final String LEVELS = "--cims.broker.digid.claims.levels";

  private static RunningBroker broker;
  private static Portal portal;

  @BeforeAll
  static void speakAsMax() throws Exception {
    broker = RunningBroker.shared();
    portal = new Portal(broker, "portal", RunningBroker.PORTAL_REDIRECT);
    RSAKey ours = new RSAKeyGenerator(2048).keyID("ours").generate();
    Issued max = broker.authority().issue("max");
    broker.stop();
    broker.stopDigid();
    broker.startDigid(
        "--cims.digid.form=MAX",
        "--cims.digid.max.certificate=" + max.certificate(),
        "--cims.digid.max.private-key=" + max.privateKey(),
        "--cims.digid.max.client-key="
            + broker.put("ours.public.jwk", ours.toPublicJWK().toJSONString()));
    broker.start(
        "--cims.broker.digid.acr-values=http://eidas.europa.eu/LoA/substantial",
        "--cims.broker.digid.user-info.uri=" + broker.digid("/userinfo"),
        "--cims.broker.digid.user-info.key=" + broker.put("ours.jwk", ours.toJSONString()),
        "--cims.broker.digid.user-info.trust=" + broker.authority().certificate(),
        "--cims.broker.digid.claims.number=bsn",
        "--cims.broker.digid.claims.form=bare",
        "--cims.broker.digid.claims.level=loa_authn",
        LEVELS + "[0].value=" + BASIS,
        LEVELS + "[0].means=basis",
        LEVELS + "[1].value=http://eidas.europa.eu/LoA/low",
        LEVELS + "[1].means=midden",
        LEVELS + "[2].value=http://eidas.europa.eu/LoA/substantial",
        LEVELS + "[2].means=substantieel",
        LEVELS + "[3].value=http://eidas.europa.eu/LoA/high",
        LEVELS + "[3].means=hoog");
  }

  @AfterAll
  static void speakAsBefore() {
    broker.stop();
    broker.stopDigid();
    broker.startDigid();
    broker.start();
  }

  @Test
  void logsTheSameCitizenInAsTheSamePersonAtEveryLevel() throws Exception {
    Map<String, String> levels = new TreeMap<>();
    for (AssuranceLevel level : AssuranceLevel.values()) {
      Map<String, Object> answer = portal.redeem(portal.code(Map.of("level", level.name())));
      var claims = SignedJWT.parse((String) answer.get("access_token")).getJWTClaimsSet();
      levels.put(level.name(), claims.getStringClaim("acr"));
      assertThat(claims.toString()).doesNotContain(RunningBroker.CANARY_BSN);
    }
    assertThat(levels)
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "BASIS", AssuranceLevel.BASIS.acr(),
                    "MIDDEN", AssuranceLevel.MIDDEN.acr(),
                    "SUBSTANTIEEL", AssuranceLevel.SUBSTANTIEEL.acr(),
                    "HOOG", AssuranceLevel.HOOG.acr())));
  }

  @ParameterizedTest
  @CsvSource({
    "SECTOR, server_error",
    "SUBJECT, server_error",
    "UNSIGNED, server_error",
    "FOREIGN_SIGNER, server_error",
    "NONCE, server_error",
    "LEVEL, unmet_authentication_requirements"
  })
  void refusesUserInfoThatIsNotSignedForThisLoginByWhomWeTrust(String unusual, String error) {
    URI answer = portal.login(Map.of("unusual", unusual));
    assertThat(Browser.parameters(answer)).containsEntry("error", error).doesNotContainKey("code");
  }
}
