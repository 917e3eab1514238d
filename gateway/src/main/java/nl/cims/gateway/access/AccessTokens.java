// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;

/// Verifies access tokens of the broker: ES256 by one of its keys, then the claims. A token that
/// was found good is not verified again for half a minute, since a signature costs more than the
/// rest of the hop; its expiry, its certificate and whether it was taken back are looked at every
/// time.
final class AccessTokens {

  private final Clock clock;
  private final JWKSource<SecurityContext> keys;
  private final AccessClaims claims;
  private final RevokedTokens revoked;
  private final DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
  private final VerifiedTokens verified = new VerifiedTokens();

  AccessTokens(Clock clock, JWKSource<SecurityContext> keys, String issuer, RevokedTokens revoked) {
    this.clock = clock;
    this.keys = keys;
    this.revoked = revoked;
    this.claims = new AccessClaims(issuer);
    signatures.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
    signatures.setJWTClaimsSetVerifier((ignored, context) -> {});
  }

  /// What this token is worth now.
  Verdict judge(String token) {
    Instant now = clock.instant();
    Verdict verdict =
        verified
            .find(token, now)
            .<Verdict>map(Verdict.Valid::new)
            .orElseGet(() -> verify(token, now));
    return verdict instanceof Verdict.Valid(AccessToken good) && revoked.contain(good.id())
        ? new Verdict.Invalid("The token was taken back; ask the broker for a new one.")
        : verdict;
  }

  private Verdict verify(String token, Instant now) {
    try {
      JWTClaimsSet signed = signatures.process(token, null);
      Verdict verdict = claims.judge(signed, now);
      if (verdict instanceof Verdict.Valid(AccessToken good)) {
        verified.keep(token, good, now);
      }
      return verdict;
    } catch (RateLimitReachedException unknownKey) {
      return keysAreKnown() ? notOurs() : new Verdict.Undecided();
    } catch (KeySourceException unreachable) {
      return new Verdict.Undecided();
    } catch (ParseException | BadJOSEException | JOSEException bad) {
      return notOurs();
    }
  }

  private static Verdict notOurs() {
    return new Verdict.Invalid("The token is not one that the broker signed; ask it for one.");
  }

  private boolean keysAreKnown() {
    try {
      return !keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).isEmpty();
    } catch (KeySourceException unreachable) {
      return false;
    }
  }
}
