// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/// Finds out who calls, and remembers it for half a minute: checking the signature and opening the
/// envelope of one token costs more than reading a dossier. Tokens are remembered by their digest,
/// never longer than they are valid, and nothing is remembered of those that were refused. What is
/// forgotten leaves the memory too, since a caller may be a citizen with his number.
@Component
class VerifiedCallers implements AuthenticationManager {

  private static final Duration TRUSTED_FOR = Duration.ofSeconds(30);
  private static final int MOST = 20_000;

  private final JwtDecoder tokens;
  private final Converter<Jwt, AbstractAuthenticationToken> callers;
  private final Clock clock;
  private final Cache<String, Known> known =
      Caffeine.newBuilder()
          .maximumSize(MOST)
          .expireAfterWrite(TRUSTED_FOR)
          .scheduler(Scheduler.systemScheduler())
          .build();

  VerifiedCallers(
      JwtDecoder tokens, Converter<Jwt, AbstractAuthenticationToken> callers, Clock clock) {
    this.tokens = tokens;
    this.callers = callers;
    this.clock = clock;
  }

  private record Known(Authentication caller, Instant until) {}

  @Override
  public Authentication authenticate(Authentication asked) {
    if (!(asked instanceof BearerTokenAuthenticationToken bearer)) {
      throw new IllegalStateException("the register takes bearer tokens only");
    }
    Instant now = clock.instant();
    String digest = digest(bearer.getToken());
    Known before = known.getIfPresent(digest);
    if (before != null && now.isBefore(before.until)) {
      return before.caller;
    }
    Jwt token = verify(bearer.getToken());
    Authentication caller = Objects.requireNonNull(callers.convert(token));
    remember(digest, caller, token, now);
    return caller;
  }

  private Jwt verify(String token) {
    try {
      return tokens.decode(token);
    } catch (BadJwtException bad) {
      throw new InvalidBearerTokenException("the token is not valid", bad);
    } catch (JwtException unverifiable) {
      throw new AuthenticationServiceException("the token cannot be verified", unverifiable);
    }
  }

  private void remember(String digest, Authentication caller, Jwt token, Instant now) {
    Instant expires = token.getExpiresAt();
    if (expires == null) {
      return;
    }
    Instant trusted = now.plus(TRUSTED_FOR);
    known.put(digest, new Known(caller, expires.isBefore(trusted) ? expires : trusted));
  }

  private static String digest(String token) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
