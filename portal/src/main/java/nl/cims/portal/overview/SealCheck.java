// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.util.Optional;
import nl.cims.portal.overview.SealKeys.Found;
import nl.cims.portal.overview.Verdict.Without;
import org.springframework.stereotype.Component;

/// Checks whether the register made what stands in a code. Keeps and logs nothing of it.
@Component
final class SealCheck {

  private final SealKeys keys;

  SealCheck(SealKeys keys) {
    this.keys = keys;
  }

  /// @param typed the digits of a code, or the whole link in which they stand
  Verdict check(String typed) {
    String digits = typed.substring(typed.lastIndexOf('#') + 1).replaceAll("\\s", "");
    return SealCode.unpack(digits).map(this::judged).orElse(Without.UNREADABLE);
  }

  private Verdict judged(String compact) {
    try {
      JWSObject jws = JWSObject.parse(compact);
      String name = jws.getHeader().getKeyID();
      if (!JWSAlgorithm.ES256.equals(jws.getHeader().getAlgorithm()) || name == null) {
        return Without.NOT_GENUINE;
      }
      return switch (keys.find(name)) {
        case Found.Key(ECKey key) -> judged(jws, key);
        case Found.Nothing.UNKNOWN -> Without.NOT_GENUINE;
        case Found.Nothing.UNREACHABLE -> Without.UNKNOWN;
      };
    } catch (ParseException | JOSEException noSeal) {
      return Without.NOT_GENUINE;
    }
  }

  private static Verdict judged(JWSObject jws, ECKey key) throws JOSEException {
    if (!jws.verify(new ECDSAVerifier(key))) {
      return Without.NOT_GENUINE;
    }
    Optional<Statement> statement = Statement.read(jws);
    return statement.<Verdict>map(Verdict.Genuine::new).orElse(Without.NOT_GENUINE);
  }
}
