// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.cims.registry.access.Employee;
import nl.cims.registry.access.Permission;
import nl.cims.vocabulary.Secret;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.user.OAuth2User;

/// A login of a member of staff: all that a session keeps of it.
///
/// @param employee who he is
/// @param brokerSession the broker's name for this login, by which it can end it
/// @param logoutHint the broker's ID token, which it wants to see again when he logs out; opens
///   nothing
/// @param provenAt when he last showed his passkey
public record StaffLogin(
    Employee employee, String brokerSession, Secret logoutHint, Instant provenAt)
    implements OAuth2User {

  /// How long a login lasts at most, whatever he does.
  public static final Duration LONGEST = Duration.ofHours(8);

  /// How long ago he may have shown his passkey for what cannot wait for a second opinion.
  public static final Duration FRESH = Duration.ofMinutes(5);

  /// What everybody has who has logged in.
  static final String AUTHORITY = "STAFF";

  /// When the login ends whatever he does.
  public Instant until() {
    return provenAt.plus(LONGEST);
  }

  /// Whether he has shown his passkey within the last minutes.
  public boolean isFresh(Instant now) {
    return now.isBefore(provenAt.plus(FRESH));
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    List<GrantedAuthority> all =
        new java.util.ArrayList<>(List.of(new SimpleGrantedAuthority(AUTHORITY)));
    Arrays.stream(Permission.values())
        .filter(employee::may)
        .forEach(permission -> all.add(new SimpleGrantedAuthority(permission.name())));
    return all;
  }

  @Override
  public String getName() {
    return employee.id();
  }

  @Override
  public String toString() {
    return "StaffLogin[hidden]";
  }
}
