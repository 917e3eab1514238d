// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.cims.vocabulary.AssuranceLevel;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.user.OAuth2User;

/// Someone who has just logged in: a pseudonym, and a BSN that only the registry can open.
///
/// @param pseudonym how the asking client's sector knows him
/// @param level how sure DigiD was; the truth, also when it is below what health data need
/// @param authenticatedAt when DigiD answered
/// @param sealedBsn JWE to the registry's key
/// @param upstream DigiD's own name for his session there, by which it tells of a logout
/// @param pending the request he logged in for, and for no other
public record Citizen(
    String pseudonym,
    AssuranceLevel level,
    Instant authenticatedAt,
    String sealedBsn,
    Optional<String> upstream,
    PendingLogin pending)
    implements OAuth2User {

  @Override
  public String getName() {
    return pseudonym;
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public String toString() {
    return "Citizen[" + level + "]";
  }
}
