// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.junit.jupiter.api.Test;

class BsnSealTest {

  @Test
  void refusesToHoldTheRegistrysPrivateKey() throws JOSEException {
    var key = new ECKeyGenerator(Curve.P_256).keyID("registry").generate();
    assertThatThrownBy(() -> new BsnSeal(key, "https://broker.test"))
        .hasMessageContaining("must not hold the registry's private key");
  }

  @Test
  void refusesAKeyWithoutNameOrOfAnotherCurve() throws JOSEException {
    var nameless = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK();
    var other = new ECKeyGenerator(Curve.P_384).keyID("registry").generate().toPublicJWK();
    assertThatThrownBy(() -> new BsnSeal(nameless, "https://broker.test"))
        .hasMessageContaining("kid");
    assertThatThrownBy(() -> new BsnSeal(other, "https://broker.test"))
        .hasMessageContaining("P-256");
  }
}
