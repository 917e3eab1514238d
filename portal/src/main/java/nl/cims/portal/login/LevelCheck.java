// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import nl.cims.vocabulary.AssuranceLevel;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Refuses a login below the level that health data need, and any level it does not know, whatever
/// the broker was asked for. The registry checks the same on its own.
@Component
final class LevelCheck implements OAuth2UserService<OidcUserRequest, OidcUser> {

  static final String TOO_LOW = "level_too_low";

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    String acr = request.getIdToken().getAuthenticationContextClass();
    boolean suffices =
        acr != null
            && AssuranceLevel.ofAcr(acr).map(AssuranceLevel::sufficesForHealthData).orElse(false);
    if (!suffices) {
      throw new OAuth2AuthenticationException(new OAuth2Error(TOO_LOW));
    }
    return new DefaultOidcUser(
        AuthorityUtils.createAuthorityList(Citizen.AUTHORITY), request.getIdToken());
  }
}
