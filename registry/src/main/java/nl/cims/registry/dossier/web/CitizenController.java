// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogProof;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.registry.access.Citizen;
import nl.cims.registry.dossier.Dossiers;
import nl.cims.registry.dossier.Language;
import nl.cims.registry.dossier.Look;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/// A citizen's own dossier, log and planning, for the portal. Whose it is stands in the token,
/// never in the address.
@RestController
class CitizenController {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final int DEFAULT_YEARS = 5;

  private final Dossiers dossiers;
  private final Clock clock;

  CitizenController(Dossiers dossiers, Clock clock) {
    this.dossiers = dossiers;
    this.clock = clock;
  }

  @GetMapping(path = DossierView.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  DossierView dossier(
      @AuthenticationPrincipal Citizen citizen,
      @RequestHeader("X-Request-Id") Optional<String> trace,
      HttpServletRequest request) {
    return dossiers.open(citizen, look(trace, request));
  }

  @GetMapping(path = AccessLogView.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  AccessLogView log(
      @AuthenticationPrincipal Citizen citizen,
      @RequestParam Optional<LocalDate> from,
      @RequestParam Optional<LocalDate> until,
      @RequestHeader("X-Request-Id") Optional<String> trace,
      HttpServletRequest request) {
    LocalDate last = until.orElseGet(() -> LocalDate.now(clock.withZone(AMSTERDAM)));
    LocalDate first = from.orElseGet(() -> last.minusYears(DEFAULT_YEARS));
    return dossiers.openLog(citizen, look(trace, request), first, last);
  }

  @GetMapping(path = AccessLogProof.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  AccessLogProof proof(
      @AuthenticationPrincipal Citizen citizen,
      @PathVariable UUID id,
      @RequestHeader("X-Request-Id") Optional<String> trace,
      HttpServletRequest request) {
    return dossiers
        .proveLine(citizen, look(trace, request), id)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping(path = PlanningView.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  PlanningView planning(
      @AuthenticationPrincipal Citizen citizen,
      @RequestHeader("X-Request-Id") Optional<String> trace,
      HttpServletRequest request) {
    return dossiers.plan(citizen, look(trace, request));
  }

  @GetMapping(path = ExportView.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  ExportView export(
      @AuthenticationPrincipal Citizen citizen,
      @RequestParam String language,
      @RequestHeader("X-Request-Id") Optional<String> trace,
      HttpServletRequest request) {
    Language known =
        Language.byCode(language)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    return dossiers.export(citizen, look(trace, request), known);
  }

  private static Look look(Optional<String> trace, HttpServletRequest request) {
    return new Look(
        request.getRemoteAddr(), trace.filter(it -> it.matches("[A-Za-z0-9-]{1,64}")).orElse(""));
  }
}
