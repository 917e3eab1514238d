// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who asks at this moment.
public final class Present {

  private Present() {}

  /// His login; empty if nobody has logged in.
  public static Optional<StaffLogin> staff() {
    Authentication current = SecurityContextHolder.getContext().getAuthentication();
    return Optional.ofNullable(current)
        .map(Authentication::getPrincipal)
        .filter(StaffLogin.class::isInstance)
        .map(StaffLogin.class::cast);
  }
}
