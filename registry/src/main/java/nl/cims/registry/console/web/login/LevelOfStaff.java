// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import nl.cims.registry.console.WithConsole;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Refuses every login that was not made with a passkey on which its owner was verified, whatever
/// the broker was asked for; and one that does not say when it was made.
@Component
@WithConsole
final class LevelOfStaff implements OAuth2UserService<OidcUserRequest, OidcUser> {

  /// A phishing-resistant login (OpenID Connect Extended Authentication Profile), the only one for
  /// staff. No setting changes it.
  static final String ACR = "phr";

  static final String TOO_WEAK = "login_too_weak";

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    var token = request.getIdToken();
    if (!ACR.equals(token.getAuthenticationContextClass())
        || token.getAuthenticatedAt() == null
        || token.getClaimAsString("sid") == null) {
      throw new OAuth2AuthenticationException(new OAuth2Error(TOO_WEAK));
    }
    return new DefaultOidcUser(AuthorityUtils.createAuthorityList(StaffLogin.AUTHORITY), token);
  }
}
