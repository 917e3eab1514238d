// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// What a token may allow, one scope per interaction.
final class Scope {

  static final String DOSSIER_READ = "SCOPE_dossier:read";
  static final String ACCESS_LOG_READ = "SCOPE_accesslog:read";
  static final String VACCINATION_REPORT = "SCOPE_vaccination:report";
  static final String INTAKE_WATCH = "SCOPE_intake:watch";

  /// What each kind of caller may be allowed at all, whatever its token says.
  static final Set<String> OF_CITIZENS = Set.of(DOSSIER_READ, ACCESS_LOG_READ);

  static final Set<String> OF_PARTIES = Set.of(VACCINATION_REPORT);
  static final Set<String> OF_OPERATORS = Set.of(INTAKE_WATCH);

  /// A party with a valid token that is not, or no longer, registered here.
  static final GrantedAuthority UNREGISTERED = new SimpleGrantedAuthority("UNREGISTERED");

  private Scope() {}
}
