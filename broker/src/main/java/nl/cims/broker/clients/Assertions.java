// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.clients;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.cims.broker.BrokerSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks what a client with a key of its own signs to prove itself (`private_key_jwt`, RFC 7523):
/// meant for us, made just now, used once.
@Component
class Assertions {

  private static final Duration LONGEST_LIFE = Duration.ofSeconds(60);
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

  private final List<String> audiences;
  private final UsedAssertions used;
  private final Clock clock;

  Assertions(BrokerSettings settings, UsedAssertions used, Clock clock) {
    String issuer = settings.issuer().toString();
    this.audiences = List.of(issuer, issuer + "/oauth2/token");
    this.used = used;
    this.clock = clock;
  }

  /// Whether this proves that its sender holds one of these keys of the client, for the first time.
  boolean prove(String client, JWKSet keys, @Nullable String assertion) {
    if (assertion == null) {
      return false;
    }
    try {
      DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
      signatures.setJWSKeySelector(
          new JWSVerificationKeySelector<>(
              Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256), new ImmutableJWKSet<>(keys)));
      signatures.setJWTClaimsSetVerifier((claims, context) -> {});
      return isFresh(client, signatures.process(assertion, null));
    } catch (ParseException | BadJOSEException | JOSEException bad) {
      return false;
    }
  }

  private boolean isFresh(String client, JWTClaimsSet claims) {
    Instant now = clock.instant();
    String id = claims.getJWTID();
    if (!client.equals(claims.getIssuer())
        || !client.equals(claims.getSubject())
        || !isForUs(claims.getAudience())
        || id == null
        || claims.getExpirationTime() == null) {
      return false;
    }
    Instant ends = claims.getExpirationTime().toInstant();
    boolean early =
        claims.getNotBeforeTime() != null
            && now.plus(CLOCK_SKEW).isBefore(claims.getNotBeforeTime().toInstant());
    return !early
        && now.isBefore(ends)
        && !ends.isAfter(now.plus(LONGEST_LIFE).plus(CLOCK_SKEW))
        && used.use(client, id, ends);
  }

  /// One audience: what is meant for several could be used by the first at the second.
  private boolean isForUs(Collection<String> audience) {
    return audience.size() == 1 && audiences.containsAll(audience);
  }
}
