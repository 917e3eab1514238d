// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
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
public class Visits {

  private final String organisation;
  private final Clock clock;

  Visits(ConsoleSettings settings, Clock clock) {
    this.organisation = settings.organisation();
    this.clock = clock;
  }

  /// The employee who asks this.
  public Visit of(HttpServletRequest request) {
    StaffLogin login =
        Present.staff()
            .orElseThrow(() -> new IllegalStateException("nobody gets here without a login"));
    return new Visit(
        login.employee(),
        organisation,
        login.isFresh(clock.instant()) ? Assurance.PASSKEY_AGAIN : Assurance.PASSKEY,
        new Look(request.getRemoteAddr(), UUID.randomUUID().toString()));
  }
}
