// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.cims.pages.Language;
import nl.cims.registry.access.Permission;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.WithConsole;
import nl.cims.registry.console.web.OpenDossiers.OpenDossier;
import nl.cims.registry.console.web.login.Present;
import nl.cims.registry.dossier.StaffDossiers;
import nl.cims.registry.dossier.StaffDossiers.Judged;
import nl.cims.registry.dossier.StaffDossiers.Opened;
import nl.cims.registry.dossier.StaffDossiers.Pair;
import nl.cims.registry.immunisation.DoseId;
import nl.cims.registry.immunisation.Parting;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// A dossier that was found in this session. Every time that one of these pages is shown is a look,
/// with a line in the access log.
@Controller
@WithConsole
class DossierPages {

  private final ConsoleFrames frames;
  private final Visits visits;
  private final StaffDossiers dossiers;
  private final Clock clock;

  DossierPages(ConsoleFrames frames, Visits visits, StaffDossiers dossiers, Clock clock) {
    this.frames = frames;
    this.visits = visits;
    this.dossiers = dossiers;
    this.clock = clock;
  }

  @GetMapping({"/nl/dossier/{handle}", "/en/dossier/{handle}"})
  ModelAndView dossier(@PathVariable String handle, HttpServletRequest request) {
    return shown(handle, "", request);
  }

  /// Says that two reports are two doses after all, or that they are one again.
  @PostMapping({"/nl/dossier/{handle}/doses", "/en/dossier/{handle}/doses"})
  ModelAndView decide(
      @PathVariable String handle,
      @RequestParam UUID one,
      @RequestParam UUID other,
      @RequestParam Parting.Act act,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    OpenDossier open = find(handle, request);
    Optional<String> mistake = GivenReason.mistake(reason);
    if (mistake.isPresent()) {
      return shown(handle, mistake.get(), request);
    }
    Parting.Outcome outcome =
        dossiers.decide(
            visits.of(request),
            open.errand(),
            open.person(),
            new Pair(new DoseId(one), new DoseId(other)),
            new Judged(act, reason.strip()));
    if (outcome == Parting.Outcome.NOT_ONE_PERSONS) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Language language = Language.ofPath(request.getRequestURI()).orElse(Language.NL);
    return new ModelAndView("redirect:" + ConsolePage.DOSSIER.address(language, handle));
  }

  @GetMapping({"/nl/dossier/{handle}/inzage", "/en/dossier/{handle}/who-looked"})
  ModelAndView log(
      @PathVariable String handle,
      @RequestParam(defaultValue = "") String van,
      @RequestParam(defaultValue = "") String tot,
      HttpServletRequest request) {
    OpenDossier open = find(handle, request);
    LogPeriod period = LogPeriod.of(van, tot, clock);
    Map<String, Object> facts = new HashMap<>();
    facts.put("period", period);
    facts.put("handle", handle);
    facts.put(
        "lines",
        period.mistake().isPresent()
            ? java.util.List.of()
            : dossiers
                .openLog(
                    visits.of(request), open.errand(), open.person(), period.from(), period.until())
                .orElseThrow(DossierPages::gone)
                .lines());
    return frames.show(ConsolePage.DOSSIER_LOG, handle, request, facts);
  }

  private ModelAndView shown(String handle, String mistake, HttpServletRequest request) {
    OpenDossier open = find(handle, request);
    Opened opened =
        dossiers
            .open(visits.of(request), open.errand(), open.person())
            .orElseThrow(DossierPages::gone);
    var employee = Present.staff().orElseThrow().employee();
    return frames.show(
        ConsolePage.DOSSIER,
        handle,
        request,
        Map.of(
            "opened",
            opened,
            "errand",
            open.errand(),
            "handle",
            handle,
            "mistake",
            mistake,
            "parts",
            employee.may(Permission.PART_DOSES),
            "reads",
            employee.may(Permission.READ_LOG_OF_DOSSIER)));
  }

  private static OpenDossier find(String handle, HttpServletRequest request) {
    return OpenDossiers.of(request, Present.staff().orElseThrow().employee())
        .find(handle)
        .orElseThrow(DossierPages::gone);
  }

  private static ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
