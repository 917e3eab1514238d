// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import nl.cims.registry.accesslog.LogEntry.Assurance;
import nl.cims.registry.console.ConsoleSettings;
import nl.cims.registry.console.WithConsole;
import nl.cims.registry.console.web.login.Present;
import nl.cims.registry.console.web.login.StaffLogin;
import nl.cims.registry.dossier.Look;
import nl.cims.registry.dossier.Visit;
import org.springframework.stereotype.Component;

/// Who asks, for the access log.
@Component
@WithConsole
class Visits {

  private final String organisation;

  Visits(ConsoleSettings settings) {
    this.organisation = settings.organisation();
  }

  /// The employee who asks this.
  Visit of(HttpServletRequest request) {
    return of(request, Assurance.PASSKEY);
  }

  /// The same, who has shown his passkey again for it.
  Visit ofProven(HttpServletRequest request) {
    return of(request, Assurance.PASSKEY_AGAIN);
  }

  private Visit of(HttpServletRequest request, Assurance assurance) {
    StaffLogin login =
        Present.staff()
            .orElseThrow(() -> new IllegalStateException("nobody gets here without a login"));
    return new Visit(
        login.employee(),
        organisation,
        assurance,
        new Look(request.getRemoteAddr(), UUID.randomUUID().toString()));
  }
}
