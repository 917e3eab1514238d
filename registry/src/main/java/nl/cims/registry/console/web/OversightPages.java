// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.registry.access.Permission;
import nl.cims.registry.accesslog.Inspections;
import nl.cims.registry.accesslog.LogEntry;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.Emergencies;
import nl.cims.registry.console.Emergency;
import nl.cims.registry.console.WithConsole;
import nl.cims.registry.console.web.login.Present;
import nl.cims.registry.dossier.Errand;
import nl.cims.registry.dossier.Visit.Deed;
import nl.cims.vocabulary.Bsn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// For those who watch over colleagues: who looked at what, and whether an emergency was one. They
/// see no dossier.
@Controller
@WithConsole
class OversightPages {

  private static final int MOST = 200;

  private final ConsoleFrames frames;
  private final Visits visits;
  private final Inspections inspections;
  private final Emergencies emergencies;
  private final Clock clock;

  OversightPages(
      ConsoleFrames frames,
      Visits visits,
      Inspections inspections,
      Emergencies emergencies,
      Clock clock) {
    this.frames = frames;
    this.visits = visits;
    this.inspections = inspections;
    this.emergencies = emergencies;
    this.clock = clock;
  }

  @GetMapping({"/nl/inzagelog", "/en/access-log"})
  ModelAndView ask(HttpServletRequest request) {
    return log("", LogPeriod.of("", "", clock), Optional.empty(), Optional.empty(), request);
  }

  /// By exactly one of the two: somebody's number, or an employee's id.
  @PostMapping({"/nl/inzagelog", "/en/access-log"})
  ModelAndView search(
      @RequestParam(defaultValue = "") String bsn,
      @RequestParam(defaultValue = "") String employee,
      @RequestParam(defaultValue = "") String van,
      @RequestParam(defaultValue = "") String tot,
      HttpServletRequest request) {
    LogPeriod period = LogPeriod.of(van, tot, clock);
    Optional<Bsn> number = LookUpForm.number(bsn);
    String id = employee.strip();
    Optional<String> mistake = period.mistake().or(() -> mistake(bsn.isBlank(), number, id));
    if (mistake.isPresent()) {
      return log(id, period, mistake, Optional.empty(), request);
    }
    LogEntry look =
        visits
            .of(request)
            .entry(
                Deed.READ_LOG,
                Outcome.GIVEN,
                Permission.SEARCH_LOG,
                Errand.SUPERVISION,
                clock.instant());
    List<Inspections.Line> lines =
        number
            .map(it -> inspections.ofPerson(look, it, period.inspected(), MOST))
            .orElseGet(() -> inspections.ofEmployee(look, id, period.inspected(), MOST));
    return log(id, period, Optional.empty(), Optional.of(lines), request);
  }

  private static Optional<String> mistake(boolean noNumber, Optional<Bsn> number, String id) {
    if (noNumber == id.isEmpty()) {
      return Optional.of("log.oneOfTwo");
    }
    return !noNumber && number.isEmpty() ? Optional.of("find.bsn.wrong") : Optional.empty();
  }

  private ModelAndView log(
      String employee,
      LogPeriod period,
      Optional<String> mistake,
      Optional<List<Inspections.Line>> lines,
      HttpServletRequest request) {
    return frames.show(
        ConsolePage.LOG,
        request,
        Map.of(
            "employee", employee,
            "period", period,
            "mistake", mistake.orElse(""),
            "searched", lines.isPresent(),
            "lines", lines.orElse(List.of())));
  }

  @GetMapping({"/nl/spoedinzagen", "/en/emergencies"})
  ModelAndView list(HttpServletRequest request) {
    return emergencies(GivenVerdict.NONE, request);
  }

  @PostMapping({"/nl/spoedinzagen/{emergency}", "/en/emergencies/{emergency}"})
  ModelAndView judge(
      @PathVariable UUID emergency,
      @RequestParam Optional<Emergency.Verdict> verdict,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    GivenVerdict given = GivenVerdict.of(emergency, verdict, reason, "emergencies.verdict.missing");
    if (given.isWrong()) {
      return emergencies(given, request);
    }
    return given
        .refused(
            emergencies.judge(visits.of(request), emergency, verdict.orElseThrow(), reason.strip()))
        .map(wrong -> emergencies(wrong, request))
        .orElseGet(() -> ConsoleFrames.to(ConsolePage.EMERGENCIES, request));
  }

  private ModelAndView emergencies(GivenVerdict given, HttpServletRequest request) {
    return frames.show(
        ConsolePage.EMERGENCIES,
        request,
        Map.of(
            "emergencies",
            emergencies.list(MOST),
            "me",
            Present.staff().orElseThrow().employee().id(),
            "given",
            given));
  }
}
