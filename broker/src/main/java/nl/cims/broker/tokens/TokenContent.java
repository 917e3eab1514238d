// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.tokens;

import java.util.List;
import nl.cims.broker.citizen.Citizen;
import nl.cims.broker.clients.Clients;
import nl.cims.broker.staff.StaffSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/// What stands in our tokens beyond the standard claims.
///
/// The sealed BSN goes into the access token only: the portal reads the ID token and needs to know
/// nobody. `acr` is the level that DigiD reported, also when it is too low for health data: the
/// broker tells the truth, and portal and registry each refuse for themselves.
///
/// Staff are known to their console by the ID token alone. OAuth has no answer without an access
/// token; theirs is for the console itself, so that gateway and registry refuse it by its audience.
@Component
final class TokenContent implements OAuth2TokenCustomizer<JwtEncodingContext> {

  /// Audience of every access token.
  static final String AUDIENCE = "cims";

  /// `acr` of staff: phishing-resistant (OpenID Connect Extended Authentication Profile).
  static final String PASSKEY = "phr";

  /// `amr` of staff (RFC 8176): a key on his device, himself present, by two factors.
  private static final List<String> BY_PASSKEY = List.of("pop", "user", "mfa");

  @Override
  public void customize(JwtEncodingContext context) {
    context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
    JwtClaimsSet.Builder claims = context.getClaims();
    Citizen citizen = citizen(context);
    if (citizen != null) {
      nameTheLogin(context, claims);
      claims.claim("acr", citizen.level().acr());
      claims.claim("auth_time", citizen.authenticatedAt().getEpochSecond());
    }
    StaffSession staff = staff(context);
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      accessToken(context, claims, citizen);
      if (staff != null) {
        claims.audience(List.of(context.getRegisteredClient().getClientId()));
      }
    } else if (staff != null && staff.authenticatedAt() != null) {
      claims.claim("acr", PASSKEY);
      claims.claim("amr", BY_PASSKEY);
      claims.claim("auth_time", staff.authenticatedAt().getEpochSecond());
      claims.claim("sid", staff.sid().toString());
      claims.claim("name", staff.account().name());
      claims.claim("roles", staff.account().roles().claims());
    }
  }

  /// One login has one access token, so that one name serves both: who logs out names it (`sid`),
  /// and whoever must refuse the token afterwards knows it by the same (`jti`).
  private static void nameTheLogin(JwtEncodingContext context, JwtClaimsSet.Builder claims) {
    OAuth2Authorization login = context.getAuthorization();
    if (login == null) {
      throw new IllegalStateException("a citizen's token belongs to a login");
    }
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      claims.id(login.getId());
    } else {
      claims.claim("sid", login.getId());
    }
  }

  private static void accessToken(
      JwtEncodingContext context, JwtClaimsSet.Builder claims, @Nullable Citizen citizen) {
    claims.audience(List.of(AUDIENCE));
    claims.claim(OAuth2ParameterNames.CLIENT_ID, context.getRegisteredClient().getClientId());
    // As RFC 9068 writes it: one string, not a list.
    claims.claim(OAuth2ParameterNames.SCOPE, String.join(" ", context.getAuthorizedScopes()));
    if (citizen != null) {
      claims.expiresAt(citizen.authenticatedAt().plus(Clients.CITIZEN_TOKEN));
      claims.claim("bsn_jwe", citizen.sealedBsn());
    }
    claims.claims(
        all -> {
          if (!all.containsKey("cnf")) {
            throw new IllegalStateException("every access token is bound to a certificate");
          }
        });
  }

  private static @Nullable StaffSession staff(JwtEncodingContext context) {
    Authentication principal = context.getPrincipal();
    return principal != null && principal.getPrincipal() instanceof StaffSession staff
        ? staff
        : null;
  }

  private static @Nullable Citizen citizen(JwtEncodingContext context) {
    Authentication principal = context.getPrincipal();
    return principal != null && principal.getPrincipal() instanceof Citizen citizen
        ? citizen
        : null;
  }
}
