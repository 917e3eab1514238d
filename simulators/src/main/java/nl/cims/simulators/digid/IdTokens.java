// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// ID tokens with claims as Signicat names them, signed (RS256) with a key of this run.
@Component
final class IdTokens {

  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final int KEY_BITS = 2048;

  private final DigidSettings settings;
  private final Clock clock;
  private final RSAKey key;

  IdTokens(DigidSettings settings, Clock clock) throws JOSEException {
    this.settings = settings;
    this.clock = clock;
    this.key = new RSAKeyGenerator(KEY_BITS).keyID(UUID.randomUUID().toString()).generate();
  }

  RSAKey publicKey() {
    return key.toPublicJWK();
  }

  /// The token that says who logged in.
  String issue(Answers.Answer answer) {
    Unusual unusual = answer.unusual();
    Instant now = clock.instant();
    Instant issued = unusual == Unusual.EXPIRED ? now.minus(Duration.ofHours(1)) : now;
    String sector = unusual == Unusual.SECTOR ? "S00000001" : "S00000000";
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer().toString())
            .subject(UUID.randomUUID().toString())
            .audience(unusual == Unusual.AUDIENCE ? "somebody-else" : answer.question().clientId())
            .issueTime(Date.from(issued))
            .expirationTime(Date.from(issued.plus(LIFETIME)))
            .claim("auth_time", issued.getEpochSecond())
            .claim("nonce", unusual == Unusual.NONCE ? "another" : answer.question().nonce())
            .claim("idp_id", sector + ":" + answer.bsn().reveal())
            .claim("loa", unusual == Unusual.LEVEL ? "urn:unheard-of" : answer.level().acr())
            .build();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException failed) {
      throw new IllegalStateException("cannot sign", failed);
    }
    return token.serialize();
  }
}
