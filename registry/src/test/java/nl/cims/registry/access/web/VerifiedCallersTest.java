// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/// A token is checked again often enough, and nothing is remembered of a bad one.
class VerifiedCallersTest {

  private static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00Z");

  private final AtomicInteger checks = new AtomicInteger();
  private Instant now = BEGIN;
  private Instant expires = BEGIN.plusSeconds(900);
  private boolean good = true;

  private final InstantSource time = () -> now;
  private final VerifiedCallers callers =
      new VerifiedCallers(
          this::check,
          token -> new TestingAuthenticationToken(token.getSubject(), ""),
          time.withZone(ZoneOffset.UTC));

  @Test
  void checksATokenOnceInHalfAMinute() {
    Authentication first = call("token");
    now = BEGIN.plusSeconds(29);
    assertThat(call("token")).isSameAs(first);
    assertThat(checks).hasValue(1);
    now = BEGIN.plusSeconds(30);
    call("token");
    assertThat(checks).hasValue(2);
  }

  @Test
  void forgetsATokenWhenItExpires() {
    expires = BEGIN.plusSeconds(5);
    call("token");
    now = BEGIN.plusSeconds(5);
    good = false;
    assertThatThrownBy(() -> call("token")).isInstanceOf(InvalidBearerTokenException.class);
  }

  @Test
  void takesNoTokenForAnother() {
    call("token");
    assertThat(call("tokem").getName()).isEqualTo("tokem");
    assertThat(checks).hasValue(2);
  }

  @Test
  void remembersNothingOfARefusal() {
    good = false;
    assertThatThrownBy(() -> call("token")).isInstanceOf(InvalidBearerTokenException.class);
    good = true;
    assertThat(call("token").getName()).isEqualTo("token");
  }

  private Authentication call(String token) {
    return callers.authenticate(new BearerTokenAuthenticationToken(token));
  }

  private Jwt check(String token) {
    checks.incrementAndGet();
    if (!good) {
      throw new BadJwtException("bad");
    }
    return Jwt.withTokenValue(token)
        .header("alg", "ES256")
        .subject(token)
        .issuedAt(BEGIN.minus(Duration.ofMinutes(1)))
        .expiresAt(expires)
        .build();
  }
}
