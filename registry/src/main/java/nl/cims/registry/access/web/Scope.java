// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/// What a token may allow, one scope per interaction.
final class Scope {

  static final String DOSSIER_READ = "SCOPE_dossier:read";
  static final String ACCESS_LOG_READ = "SCOPE_accesslog:read";
  static final String VACCINATION_REPORT = "SCOPE_vaccination:report";

  static final String INTAKE_WATCH = "SCOPE_intake:watch";

  /// A party with a valid token that is not, or no longer, registered here.
  static final GrantedAuthority UNREGISTERED = new SimpleGrantedAuthority("UNREGISTERED");

  private Scope() {}
}
