// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.digid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
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
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// ID tokens, with claims as Signicat names them or none, and logout tokens, signed (RS256) with a
/// key of this run.
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

  /// The token that says that, and in Signicat's form who, somebody logged in.
  String issue(Answers.Answer answer) {
    Unusual unusual = answer.unusual();
    Instant now = clock.instant();
    Instant issued = unusual == Unusual.EXPIRED ? now.minus(Duration.ofHours(1)) : now;
    Instant loggedIn = unusual == Unusual.OLD_LOGIN ? now.minus(Duration.ofHours(1)) : issued;
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer().toString())
            .subject(answer.login().toString())
            .audience(unusual == Unusual.AUDIENCE ? "somebody-else" : answer.question().clientId())
            .issueTime(Date.from(issued))
            .expirationTime(Date.from(issued.plus(LIFETIME)))
            .claim("sid", "s" + answer.login())
            .claim("auth_time", loggedIn.getEpochSecond())
            .claim("nonce", unusual == Unusual.NONCE ? "another" : answer.question().nonce());
    if (settings.form() == DigidSettings.Form.SIGNICAT) {
      String sector = unusual == Unusual.SECTOR ? "S00000001" : "S00000000";
      claims.claim("idp_id", sector + ":" + answer.bsn().reveal());
      claims.claim("nin", answer.bsn().reveal());
      claims.claim("loa", unusual == Unusual.LEVEL ? "urn:unheard-of" : answer.level().acr());
    }
    return signed(claims.build(), JOSEObjectType.JWT);
  }

  /// The token that says that a session has ended (OpenID Connect Back-Channel Logout 1.0).
  String logout(String session) {
    Instant now = clock.instant();
    return signed(
        new JWTClaimsSet.Builder()
            .issuer(settings.issuer().toString())
            .audience(settings.clientId())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .jwtID(UUID.randomUUID().toString())
            .claim("sid", session)
            .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
            .build(),
        new JOSEObjectType("logout+jwt"));
  }

  private String signed(JWTClaimsSet claims, JOSEObjectType type) {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).type(type).keyID(key.getKeyID()).build(),
            claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException failed) {
      throw new IllegalStateException("cannot sign", failed);
    }
    return token.serialize();
  }
}
