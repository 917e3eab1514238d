// SPDX-License-Identifier: EUPL-1.2
package nl.cims.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;

/// Reads what the broker says of logins that have ended elsewhere (OpenID Connect Back-Channel
/// Logout 1.0). Only what it signed, for this website, for this purpose and just now counts. Spring
/// Security's own way would keep the ID tokens of all sessions and end each by calling the website
/// itself over HTTP.
public final class LogoutTokens {

  private static final String TYPE = "logout+jwt";
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final Duration RECENT = Duration.ofMinutes(5);

  private final JwtDecoder tokens;

  LogoutTokens(BrokerClient client, Clock clock) {
    this.tokens =
        client.decoder(
            new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator(TYPE),
                new JwtTimestampValidator(),
                new JwtIssuerValidator(client.issuer()),
                new JwtClaimValidator<List<String>>(
                    "aud", to -> to != null && to.contains(client.clientId())),
                new JwtClaimValidator<Map<String, Object>>(
                    "events", events -> events != null && events.containsKey(EVENT)),
                LogoutTokens::isNoIdToken,
                new JwtClaimValidator<Instant>(
                    "iat", at -> at != null && at.isAfter(clock.instant().minus(RECENT)))));
  }

  /// Which login has ended: one of these is there.
  ///
  /// @param session the broker's name of the login (`sid`); empty if all of the person's have ended
  /// @param person whose it was (`sub`)
  public record Ended(Optional<String> session, Optional<String> person) {}

  /// What a token says; empty if it is none of the broker's, or not about a logout.
  public Optional<Ended> read(String token) {
    try {
      Jwt said = tokens.decode(token);
      return Optional.of(
              new Ended(
                  Optional.ofNullable(said.getClaimAsString("sid")),
                  Optional.ofNullable(said.getSubject())))
          .filter(ended -> ended.session().isPresent() || ended.person().isPresent());
    } catch (JwtException notTheBrokers) {
      return Optional.empty();
    }
  }

  /// An ID token has a nonce; a logout token must not, so that one is never taken for the other.
  private static OAuth2TokenValidatorResult isNoIdToken(Jwt token) {
    return token.hasClaim("nonce")
        ? OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN))
        : OAuth2TokenValidatorResult.success();
  }
}
