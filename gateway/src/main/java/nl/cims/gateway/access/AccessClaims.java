// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.cims.contracts.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/// The rules for the claims of an access token (RFC 9068, RFC 8705) whose signature is good.
final class AccessClaims {

  private static final String AUDIENCE = "cims";
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

  /// The broker issues none that lives longer; what does is not from its usual workings.
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(60);

  private final String issuer;

  AccessClaims(String issuer) {
    this.issuer = issuer;
  }

  Verdict judge(JWTClaimsSet claims, Instant now) {
    try {
      Date expires = claims.getExpirationTime();
      if (expires == null || !now.isBefore(expires.toInstant())) {
        return new Verdict.Invalid("The token has expired; ask the broker for a new one.");
      }
      if (isBefore(now, claims.getNotBeforeTime()) || isBefore(now, claims.getIssueTime())) {
        return new Verdict.Invalid("The token is not valid yet; compare your clock with ours.");
      }
      if (livesTooLong(claims.getIssueTime(), expires)) {
        return new Verdict.Invalid(
            "The token lives longer than the broker's do, or hides its age.");
      }
      if (!issuer.equals(claims.getIssuer())) {
        return new Verdict.Invalid("The token is of another issuer; use the register's broker.");
      }
      if (!claims.getAudience().contains(AUDIENCE)) {
        return new Verdict.Invalid("The token is meant for somebody else; ask one for cims.");
      }
      return bound(claims, expires.toInstant());
    } catch (ParseException misshapen) {
      return new Verdict.Invalid("A claim of the token has the wrong shape.");
    }
  }

  private static Verdict bound(JWTClaimsSet claims, Instant expiresAt) throws ParseException {
    String client = claims.getStringClaim("client_id");
    if (client == null || client.isEmpty()) {
      return new Verdict.Invalid("The token names no client.");
    }
    String id = claims.getJWTID();
    if (id == null || id.isEmpty()) {
      return new Verdict.Invalid("The token has no jti, so that it could never be taken back.");
    }
    Map<String, Object> confirmation = claims.getJSONObjectClaim("cnf");
    return confirmation != null && confirmation.get("x5t#S256") instanceof String thumbprint
        ? new Verdict.Valid(new AccessToken(id, client, scopes(claims), thumbprint, expiresAt))
        : new Verdict.Invalid(
            ProblemType.TOKEN_NOT_BOUND,
            "The token is bound to no certificate; ask the broker for one over mutual TLS.");
  }

  private static boolean livesTooLong(@Nullable Date issued, Date expires) {
    return issued == null
        || expires.toInstant().isAfter(issued.toInstant().plus(LONGEST_LIFE).plus(CLOCK_SKEW));
  }

  private static boolean isBefore(Instant now, @Nullable Date moment) {
    return moment != null && now.plus(CLOCK_SKEW).isBefore(moment.toInstant());
  }

  /// One string with spaces as RFC 9068 wants it, or a list as some issuers send it.
  private static Set<String> scopes(JWTClaimsSet claims) throws ParseException {
    Object scope = claims.getClaim("scope");
    if (scope instanceof String words) {
      return Set.of(words.strip().split(" +"));
    }
    List<String> list = claims.getStringListClaim("scope");
    return list == null ? Set.of() : Set.copyOf(list);
  }
}
