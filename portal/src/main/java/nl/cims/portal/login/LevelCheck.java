// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.cims.vocabulary.AssuranceLevel;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Refuses a login below the level that health data need, any level it does not know, and a login
/// that was not made just now, whatever the broker was asked for. The registry checks the same on
/// its own.
@Component
final class LevelCheck implements OAuth2UserService<OidcUserRequest, OidcUser> {

  static final String TOO_LOW = "level_too_low";
  static final String NOT_NEW = "login_not_new";

  /// The broker's answer takes seconds to reach us; somebody else's earlier login is older.
  private static final Duration JUST_NOW = Duration.ofMinutes(2);

  private final Clock clock;

  LevelCheck(Clock clock) {
    this.clock = clock;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    String acr = request.getIdToken().getAuthenticationContextClass();
    boolean suffices =
        acr != null
            && AssuranceLevel.ofAcr(acr).map(AssuranceLevel::sufficesForHealthData).orElse(false);
    if (!suffices) {
      throw new OAuth2AuthenticationException(new OAuth2Error(TOO_LOW));
    }
    Instant loggedIn = request.getIdToken().getAuthenticatedAt();
    if (loggedIn == null || loggedIn.isBefore(clock.instant().minus(JUST_NOW))) {
      throw new OAuth2AuthenticationException(new OAuth2Error(NOT_NEW));
    }
    return new DefaultOidcUser(
        AuthorityUtils.createAuthorityList(Citizen.AUTHORITY), request.getIdToken());
  }
}
