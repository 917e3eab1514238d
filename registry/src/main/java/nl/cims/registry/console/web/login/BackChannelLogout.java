// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.cims.registry.console.ConsoleSettings;
import nl.cims.registry.console.WithConsole;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where the broker says that a login has ended (OpenID Connect Back-Channel Logout 1.0). Spring
/// Security's own would keep ID tokens and call the console itself, so the token is judged here.
@RestController
@WithConsole
class BackChannelLogout {

  static final String PATH = "/logout/connect/back-channel/broker";

  private static final Logger LOG = LoggerFactory.getLogger(BackChannelLogout.class);
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final Duration RECENT = Duration.ofMinutes(5);

  private final JwtDecoder tokens;
  private final EndedLogins ended;

  BackChannelLogout(
      ConsoleSettings settings, BrokerChannel channel, EndedLogins ended, Clock clock) {
    this.ended = ended;
    this.tokens =
        ConsoleClient.decoder(
            channel,
            new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator("logout+jwt"),
                new JwtTimestampValidator(),
                new JwtIssuerValidator(settings.broker().issuer().toString()),
                new JwtClaimValidator<List<String>>(
                    "aud", to -> to != null && to.contains(settings.clientId())),
                new JwtClaimValidator<Map<String, Object>>(
                    "events", events -> events != null && events.containsKey(EVENT)),
                BackChannelLogout::isNoIdToken,
                new JwtClaimValidator<Instant>(
                    "iat", at -> at != null && at.isAfter(clock.instant().minus(RECENT)))));
  }

  /// An ID token must not pass for a logout token.
  private static OAuth2TokenValidatorResult isNoIdToken(Jwt token) {
    return token.hasClaim("nonce")
        ? OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_request"))
        : OAuth2TokenValidatorResult.success();
  }

  @PostMapping(PATH)
  ResponseEntity<Void> logout(@RequestParam("logout_token") String token) {
    try {
      return end(tokens.decode(token))
          ? ResponseEntity.ok().cacheControl(CacheControl.noStore()).build()
          : refused();
    } catch (JwtException notTheBrokers) {
      LOG.warn("A logout token was refused: {}", notTheBrokers.getClass().getSimpleName());
      return refused();
    }
  }

  /// The session that it names, or else everything of the one that it names.
  private boolean end(Jwt token) {
    Optional<String> session = Optional.ofNullable(token.getClaimAsString("sid"));
    Optional<String> employee = Optional.ofNullable(token.getSubject());
    session.ifPresent(ended::endSession);
    if (session.isEmpty()) {
      employee.ifPresent(ended::endAllOf);
    }
    return session.isPresent() || employee.isPresent();
  }

  private static ResponseEntity<Void> refused() {
    return ResponseEntity.badRequest().cacheControl(CacheControl.noStore()).build();
  }
}
