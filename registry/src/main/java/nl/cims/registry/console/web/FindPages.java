// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import nl.cims.pages.Language;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.Emergencies;
import nl.cims.registry.console.WithConsole;
import nl.cims.registry.console.web.login.Present;
import nl.cims.registry.console.web.login.StaffLogin;
import nl.cims.registry.dossier.Errand;
import nl.cims.registry.dossier.StaffSearch;
import nl.cims.registry.person.PersonId;
import nl.cims.vocabulary.Bsn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Looking a person up by exactly his number, for a purpose or in an emergency. Names and birth
/// dates cannot be searched: the register holds them as ciphertext.
@Controller
@WithConsole
class FindPages {

  private final ConsoleFrames frames;
  private final Visits visits;
  private final StaffSearch search;
  private final Emergencies emergencies;
  private final Clock clock;

  FindPages(
      ConsoleFrames frames,
      Visits visits,
      StaffSearch search,
      Emergencies emergencies,
      Clock clock) {
    this.frames = frames;
    this.visits = visits;
    this.search = search;
    this.emergencies = emergencies;
    this.clock = clock;
  }

  @GetMapping({"/nl/persoon-zoeken", "/en/find-a-person"})
  ModelAndView ask(HttpServletRequest request) {
    return form(ConsolePage.FIND, LookUpForm.EMPTY, false, request);
  }

  @PostMapping({"/nl/persoon-zoeken", "/en/find-a-person"})
  ModelAndView find(
      @RequestParam(defaultValue = "") String bsn,
      @RequestParam(defaultValue = "") String occasion,
      @RequestParam(defaultValue = "") String reference,
      HttpServletRequest request) {
    Optional<Bsn> number = LookUpForm.number(bsn);
    LookUpForm form = LookUpForm.of(number, occasion, reference);
    if (!form.isRight()) {
      return form(ConsolePage.FIND, form, false, request);
    }
    Errand errand = Errand.of(occasion, reference).orElseThrow();
    return search
        .find(visits.of(request), errand, number.orElseThrow())
        .map(person -> opened(person, errand, request))
        .orElseGet(() -> form(ConsolePage.FIND, form, true, request));
  }

  @GetMapping({"/nl/spoedinzage", "/en/emergency-access"})
  ModelAndView askInEmergency(HttpServletRequest request) {
    return isFresh()
        ? form(ConsolePage.EMERGENCY, LookUpForm.EMPTY, false, request)
        : again(request);
  }

  @PostMapping({"/nl/spoedinzage", "/en/emergency-access"})
  ModelAndView findInEmergency(
      @RequestParam(defaultValue = "") String bsn,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    if (!isFresh()) {
      return again(request);
    }
    Optional<Bsn> number = LookUpForm.number(bsn);
    LookUpForm form = LookUpForm.of(number, reason);
    if (!form.isRight()) {
      return form(ConsolePage.EMERGENCY, form, false, request);
    }
    Emergencies.Asked asked =
        emergencies.open(visits.of(request), reason.strip(), number.orElseThrow());
    return asked
        .person()
        .map(person -> opened(person, asked.errand(), request))
        .orElseGet(() -> form(ConsolePage.EMERGENCY, form, true, request));
  }

  private boolean isFresh() {
    return Present.staff().filter(login -> login.isFresh(clock.instant())).isPresent();
  }

  /// He shows his passkey again, and comes back here.
  private ModelAndView again(HttpServletRequest request) {
    String login = ConsolePage.LOG_IN.addressWishing(language(request), ConsolePage.EMERGENCY);
    return frames
        .show(
            ConsolePage.EMERGENCY,
            request,
            Map.of("login", login, "minutes", StaffLogin.FRESH.toMinutes()))
        .addObject("form", LookUpForm.EMPTY)
        .addObject("unknown", false);
  }

  private ModelAndView form(
      ConsolePage page, LookUpForm form, boolean unknown, HttpServletRequest request) {
    return frames.show(
        page,
        request,
        Map.of(
            "form",
            form,
            "unknown",
            unknown,
            "login",
            "",
            "minutes",
            StaffLogin.FRESH.toMinutes()));
  }

  private static ModelAndView opened(PersonId person, Errand errand, HttpServletRequest request) {
    String handle =
        OpenDossiers.of(request, Present.staff().orElseThrow().employee()).keep(person, errand);
    return new ModelAndView("redirect:" + ConsolePage.DOSSIER.address(language(request), handle));
  }

  private static Language language(HttpServletRequest request) {
    return Language.ofPath(request.getRequestURI()).orElse(Language.NL);
  }
}
