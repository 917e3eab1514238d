// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// Who has just come back from DigiD, by its ID token or, where the broker of the day tells it
/// there, by its sealed user info.
@Component
public final class DigidUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

  private final Optional<SealedUserInfo> sealed;

  DigidUsers(Optional<SealedUserInfo> sealed) {
    this.sealed = sealed;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUserInfo info = sealed.map(source -> new OidcUserInfo(source.claims(request))).orElse(null);
    return new DefaultOidcUser(List.of(), request.getIdToken(), info);
  }

  /// The claims that tell who it is: of one source, never mixed.
  static Map<String, Object> claims(OidcUser user) {
    OidcUserInfo info = user.getUserInfo();
    return info == null ? user.getIdToken().getClaims() : info.getClaims();
  }
}
