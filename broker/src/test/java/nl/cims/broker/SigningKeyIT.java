// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Map;
import nl.cims.broker.support.Browser;
import nl.cims.broker.support.Portal;
import nl.cims.broker.support.RunningBroker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A new signing key, without anybody noticing.
class SigningKeyIT {

  private final RunningBroker broker = RunningBroker.shared();
  private final Portal portal = new Portal(broker, "portal", RunningBroker.PORTAL_REDIRECT);

  @AfterEach
  void asBefore() {
    broker.stop();
    broker.start();
  }

  @Test
  void newOneSignsWhileTheOldOneStaysPublishedAndEverybodyStaysWhoHeWas() throws Exception {
    SignedJWT before = token();
    ECKey next = new ECKeyGenerator(Curve.P_256).keyID("next").generate();
    broker.stop();
    broker.start("--cims.broker.signing-key=" + file(List.of(next, broker.signingKey())));

    SignedJWT after = token();
    assertThat(after.getHeader().getKeyID()).isEqualTo("next");
    assertThat(after.getJWTClaimsSet().getSubject())
        .isEqualTo(before.getJWTClaimsSet().getSubject());
    String published = new Browser().get(broker.issuer().resolve("/oauth2/jwks")).body();
    JWKSet keys = JWKSet.parse(published);
    for (SignedJWT token : List.of(before, after)) {
      ECKey key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
      assertThat(key.isPrivate()).isFalse();
      assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
    }
  }

  @Test
  void doesNotStartWithoutAPrivateKeyInTheFirstPlace() throws Exception {
    ECKey known = new ECKeyGenerator(Curve.P_256).keyID("known").generate().toPublicJWK();
    broker.stop();
    assertThatThrownBy(
            () ->
                broker.start(
                    "--cims.broker.signing-key=" + file(List.of(known, broker.signingKey()))))
        .hasStackTraceContaining("must be a private P-256 JWK");
  }

  private SignedJWT token() throws Exception {
    return SignedJWT.parse((String) portal.redeem(portal.code(Map.of())).get("access_token"));
  }

  private String file(List<ECKey> keys) {
    String set = new JWKSet(List.copyOf(keys)).toString(false);
    return broker.put("signing-set.jwk", set).toString();
  }
}
