// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.cims.vocabulary.Secret;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.user.OAuth2User;

/// Who is logged in, as far as the portal knows: all that a session keeps of a login. No BSN, no ID
/// token, no claim.
///
/// @param pseudonym the broker's name for him at the portal
/// @param accessToken opaque to the portal; opens the register at the gateway
/// @param loggedInAt when he logged in
/// @param until when the login ends whatever he does
public record Citizen(String pseudonym, Secret accessToken, Instant loggedInAt, Instant until)
    implements OAuth2User {

  static final String AUTHORITY = "CITIZEN";

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of(new SimpleGrantedAuthority(AUTHORITY));
  }

  @Override
  public String getName() {
    return pseudonym;
  }

  @Override
  public String toString() {
    return "Citizen[hidden]";
  }
}
