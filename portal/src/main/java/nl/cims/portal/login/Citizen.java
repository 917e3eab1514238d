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

/// Who is logged in, as far as the portal knows: all that a session keeps of a login. No BSN and no
/// claim.
///
/// @param pseudonym the broker's name for him at the portal
/// @param tokens what the broker gave
/// @param loggedInAt when he logged in, as the broker says
/// @param until when the login ends whatever he does
public record Citizen(String pseudonym, Tokens tokens, Instant loggedInAt, Instant until)
    implements OAuth2User {

  static final String AUTHORITY = "CITIZEN";

  /// Opaque to the portal; opens the register at the gateway.
  public Secret accessToken() {
    return tokens.access();
  }

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
