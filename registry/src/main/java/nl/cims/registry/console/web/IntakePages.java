// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.cims.pages.Language;
import nl.cims.registry.access.Parties;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.WaitingReports;
import nl.cims.registry.console.WithConsole;
import nl.cims.registry.dossier.Errand;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Quarantine;
import nl.cims.registry.operations.Sources;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// What waits at intake and why, and how each source does. Nobody's name is shown before somebody
/// has said for what he needs it.
@Controller
@WithConsole
class IntakePages {

  private static final int PAGE = 50;

  private final ConsoleFrames frames;
  private final Visits visits;
  private final Intakes intakes;
  private final Clock clock;

  IntakePages(ConsoleFrames frames, Visits visits, Intakes intakes, Clock clock) {
    this.frames = frames;
    this.visits = visits;
    this.intakes = intakes;
    this.clock = clock;
  }

  /// What these pages ask of other modules.
  @org.springframework.stereotype.Component
  @WithConsole
  record Intakes(Quarantine quarantine, WaitingReports reports, Sources sources, Parties parties) {}

  @GetMapping({"/nl/quarantaine", "/en/quarantine"})
  ModelAndView quarantine(
      @RequestParam(defaultValue = "") String bron,
      @RequestParam Optional<UUID> na,
      @RequestParam Optional<Instant> sinds,
      HttpServletRequest request) {
    Optional<Quarantine.Mark> after =
        sinds.flatMap(at -> na.map(id -> new Quarantine.Mark(at, id)));
    List<WaitingReport> waiting =
        intakes
            .quarantine()
            .list(Optional.of(bron).filter(it -> !it.isEmpty()), after, PAGE)
            .stream()
            .map(this::waiting)
            .toList();
    return frames.show(
        ConsolePage.QUARANTINE,
        request,
        Map.of(
            "waiting",
            waiting,
            "sources",
            intakes.sources().states().stream().map(Sources.State::party).toList(),
            "source",
            bron,
            "more",
            waiting.size() == PAGE,
            "now",
            clock.instant()));
  }

  @GetMapping({"/nl/quarantaine/{report}", "/en/quarantine/{report}"})
  ModelAndView one(@PathVariable UUID report, HttpServletRequest request) {
    return shown(report, Map.of(), request);
  }

  /// Shows what the report says, with the person.
  @PostMapping({"/nl/quarantaine/{report}/openen", "/en/quarantine/{report}/open"})
  ModelAndView open(
      @PathVariable UUID report,
      @RequestParam(defaultValue = "") String reference,
      HttpServletRequest request) {
    // The form of a reference is the same for every occasion.
    if (Errand.of("DATA_QUALITY", reference).isEmpty()) {
      return shown(report, Map.of("mistake", "find.reference.wrong"), request);
    }
    return intakes
        .reports()
        .open(visits.of(request), report, reference.strip())
        .map(said -> shown(report, Map.of("said", said), request))
        .orElseThrow(IntakePages::gone);
  }

  /// Takes it up again.
  @PostMapping({"/nl/quarantaine/{report}/opnieuw", "/en/quarantine/{report}/again"})
  ModelAndView redrive(@PathVariable UUID report, HttpServletRequest request) {
    Outcome outcome =
        intakes.reports().redrive(visits.of(request), report).orElseThrow(IntakePages::gone);
    return outcome instanceof Outcome.Quarantined
        ? shown(report, Map.of("still", true), request)
        : frames.show(ConsolePage.REDRIVE, report.toString(), request, Map.of());
  }

  /// Notes what its source was asked.
  @PostMapping({"/nl/quarantaine/{report}/vraag", "/en/quarantine/{report}/question"})
  ModelAndView ask(
      @PathVariable UUID report,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    Optional<String> mistake = GivenReason.mistake(reason);
    if (mistake.isPresent()) {
      return shown(report, Map.of("unasked", mistake.get()), request);
    }
    find(report);
    intakes.reports().ask(visits.of(request), report, reason.strip());
    Language language = Language.ofPath(request.getRequestURI()).orElse(Language.NL);
    return new ModelAndView("redirect:" + ConsolePage.WAITING.address(language, report.toString()));
  }

  @GetMapping({"/nl/bronnen", "/en/sources"})
  ModelAndView sources(HttpServletRequest request) {
    return frames.show(
        ConsolePage.SOURCES,
        request,
        Map.of("states", intakes.sources().states(), "now", clock.instant()));
  }

  private ModelAndView shown(UUID report, Map<String, Object> added, HttpServletRequest request) {
    WaitingReport waiting = waiting(find(report));
    Map<String, Object> facts = new HashMap<>();
    facts.put("waiting", waiting);
    facts.put("questions", intakes.reports().questions(report));
    facts.put("now", clock.instant());
    facts.putAll(added);
    return frames.show(ConsolePage.WAITING, report.toString(), request, facts);
  }

  private Quarantine.Item find(UUID report) {
    return intakes.quarantine().find(report).orElseThrow(IntakePages::gone);
  }

  private WaitingReport waiting(Quarantine.Item item) {
    return new WaitingReport(
        item, intakes.parties().name(item.source()), intakes.parties().contact(item.source()));
  }

  private static ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
