// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.pages.Language;
import nl.cims.registry.access.Employee;
import nl.cims.registry.access.Permission;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.ConsoleSettings;
import nl.cims.registry.console.Emergencies;
import nl.cims.registry.console.WithConsole;
import nl.cims.registry.console.web.login.Present;
import nl.cims.registry.export.Exports;
import nl.cims.registry.intake.Balance;
import nl.cims.registry.intake.Balances;
import nl.cims.registry.oversight.Alerts;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where one comes in, the list of work, and what became of a login.
@Controller
@WithConsole
class StartPages {

  private final ConsoleFrames frames;
  private final Work work;
  private final ConsoleSettings settings;

  StartPages(ConsoleFrames frames, Work work, ConsoleSettings settings) {
    this.frames = frames;
    this.work = work;
    this.settings = settings;
  }

  /// Where work waits.
  @Component
  @WithConsole
  record Work(Balances balances, Emergencies emergencies, Alerts alerts, Exports exports) {}

  @GetMapping("/")
  String root(HttpServletRequest request) {
    return "redirect:" + ConsolePage.START.address(ConsoleFrames.preferred(request));
  }

  @GetMapping({"/nl", "/en"})
  ModelAndView start(@RequestParam Optional<String> pagina, HttpServletRequest request) {
    Language language = Language.ofPath(request.getRequestURI()).orElse(Language.NL);
    return Present.staff().isPresent()
        ? new ModelAndView("redirect:" + ConsolePage.WORK.address(language))
        : status(ConsolePage.START, pagina, request);
  }

  @GetMapping({"/nl/inloggen-mislukt", "/en/login-failed"})
  ModelAndView failed(@RequestParam Optional<String> pagina, HttpServletRequest request) {
    return status(ConsolePage.LOGIN_FAILED, pagina, request);
  }

  @GetMapping({"/nl/passkey-nodig", "/en/passkey-needed"})
  ModelAndView tooWeak(@RequestParam Optional<String> pagina, HttpServletRequest request) {
    return status(ConsolePage.LOGIN_TOO_WEAK, pagina, request);
  }

  @GetMapping({"/nl/sessie-verlopen", "/en/session-ended"})
  ModelAndView ended(@RequestParam Optional<String> pagina, HttpServletRequest request) {
    return status(ConsolePage.SESSION_ENDED, pagina, request);
  }

  @GetMapping({"/nl/uitgelogd", "/en/logged-out"})
  ModelAndView loggedOut(@RequestParam Optional<String> pagina, HttpServletRequest request) {
    return status(ConsolePage.LOGGED_OUT, pagina, request);
  }

  /// To ask for it is enough: the session lasts another quarter of an hour.
  @GetMapping({"/nl/ingelogd-blijven", "/en/stay-logged-in"})
  ResponseEntity<Void> stay() {
    return ResponseEntity.noContent().build();
  }

  @GetMapping({"/nl/werk", "/en/work"})
  ModelAndView work(HttpServletRequest request) {
    Employee employee = Present.staff().orElseThrow().employee();
    return frames.show(
        ConsolePage.WORK,
        request,
        Map.of("tasks", tasks(employee), "roles", employee.roles().stream().sorted().toList()));
  }

  @GetMapping({"/nl/medewerkers", "/en/staff"})
  ModelAndView staff(HttpServletRequest request) {
    return frames.show(
        ConsolePage.STAFF, request, Map.of("address", settings.broker().staff().toString()));
  }

  private List<Task> tasks(Employee employee) {
    return Stream.of(
            new Task(ConsolePage.FIND, Optional.empty()),
            new Task(ConsolePage.EMERGENCY, Optional.empty()),
            new Task(
                ConsolePage.QUARANTINE,
                count(employee, Permission.HANDLE_QUARANTINE, this::waiting)),
            new Task(ConsolePage.SOURCES, Optional.empty()),
            new Task(
                ConsolePage.ALERTS,
                count(employee, Permission.JUDGE_ALERTS, work.alerts()::waiting)),
            new Task(
                ConsolePage.EMERGENCIES,
                count(employee, Permission.JUDGE_EMERGENCIES, work.emergencies()::waiting)),
            new Task(ConsolePage.LOG, Optional.empty()),
            new Task(ConsolePage.STAFF, Optional.empty()))
        .filter(task -> task.page().permission().filter(employee::may).isPresent())
        .toList();
  }

  private static Optional<Long> count(
      Employee employee, Permission permission, java.util.function.LongSupplier waiting) {
    return employee.may(permission) ? Optional.of(waiting.getAsLong()) : Optional.empty();
  }

  private long waiting() {
    return work.balances().known().stream().mapToLong(Balance::quarantined).sum();
  }

  private ModelAndView status(
      ConsolePage which, Optional<String> wish, HttpServletRequest request) {
    Language language = Language.ofPath(request.getRequestURI()).orElse(Language.NL);
    ConsolePage next = ConsolePage.wished(wish.orElse(""));
    return frames.show(
        which,
        request,
        Map.of("which", which, "login", ConsolePage.LOG_IN.addressWishing(language, next)));
  }
}
