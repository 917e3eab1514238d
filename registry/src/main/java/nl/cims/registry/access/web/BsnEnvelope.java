// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import nl.cims.registry.access.AccessSettings;
import nl.cims.vocabulary.Bsn;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/// Opens the BSN that the broker put into an access token, encrypted to the register's key
/// (`docs/adr/0003`). What it holds must belong to the very token it came in.
@Component
class BsnEnvelope {

  static final String CLAIM = "bsn_jwe";
  static final String AUDIENCE = "cims-registry";

  private final ECDHDecrypter decrypter;
  private final Clock clock;

  BsnEnvelope(AccessSettings settings, Clock clock) {
    this.clock = clock;
    try {
      this.decrypter = new ECDHDecrypter(ECKey.parse(Files.readString(settings.bsnKey())));
    } catch (IOException | ParseException | JOSEException cause) {
      throw new IllegalStateException(
          "the key for BSNs (cims.access.bsn-key) is no private EC key as JWK", cause);
    }
  }

  /// The BSN in this token, or empty if the envelope does not open, has lapsed or was made for
  /// another token.
  Optional<Bsn> open(Jwt token) {
    try {
      EncryptedJWT envelope = EncryptedJWT.parse(token.getClaimAsString(CLAIM));
      if (!JWEAlgorithm.ECDH_ES_A256KW.equals(envelope.getHeader().getAlgorithm())
          || !EncryptionMethod.A256GCM.equals(envelope.getHeader().getEncryptionMethod())) {
        return Optional.empty();
      }
      envelope.decrypt(decrypter);
      JWTClaimsSet inside = envelope.getJWTClaimsSet();
      return belongsTo(token, inside) ? Bsn.parse(inside.getStringClaim("bsn")) : Optional.empty();
    } catch (ParseException | JOSEException notOurs) {
      return Optional.empty();
    }
  }

  private boolean belongsTo(Jwt token, JWTClaimsSet inside) {
    Date expires = inside.getExpirationTime();
    return inside.getSubject() != null
        && inside.getSubject().equals(token.getSubject())
        && inside.getAudience().contains(AUDIENCE)
        && inside.getIssuer() != null
        && inside.getIssuer().equals(token.getClaimAsString("iss"))
        && expires != null
        && expires.toInstant().isAfter(clock.instant());
  }
}
