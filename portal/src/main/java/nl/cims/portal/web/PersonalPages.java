// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.pages.Page;
import nl.cims.portal.PortalPage;
import nl.cims.portal.PortalSettings;
import nl.cims.portal.login.Citizen;
import nl.cims.portal.register.Answer;
import nl.cims.portal.register.Register;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The pages about the citizen himself. Each asks the gateway at most once about him.
@Controller
class PersonalPages {

  private final Frames frames;
  private final Register register;
  private final Refusals refusals;
  private final Clock clock;
  private final List<PortalSettings.Programme> programmes;

  PersonalPages(
      Frames frames, Register register, Refusals refusals, Clock clock, PortalSettings settings) {
    this.frames = frames;
    this.register = register;
    this.refusals = refusals;
    this.clock = clock;
    this.programmes = settings.programmes();
  }

  /// The welcome asks the register nothing: the name is there once the record was opened.
  @GetMapping({"/nl/mijn-vaccinaties", "/en/my-vaccinations"})
  ModelAndView welcome(HttpServletRequest request) {
    return shown(
        PortalPage.MY_VACCINATIONS,
        request,
        Map.of("name", DisplayName.of(request), "programmes", programmes));
  }

  @GetMapping({
    "/nl/mijn-vaccinaties/vaccinatiegegevens",
    "/en/my-vaccinations/vaccination-details"
  })
  ModelAndView dossier(
      @AuthenticationPrincipal Citizen citizen,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (register.dossier(citizen)) {
      case Answer.Given<DossierView>(DossierView dossier) -> {
        dossier.person().ifPresent(person -> DisplayName.keep(person, request));
        yield shown(
            PortalPage.RECORD,
            request,
            Map.of(
                "dossier",
                new DossierTable(dossier, programmes),
                "sources",
                register.sources(citizen)));
      }
      case Answer.Refused<DossierView>(Answer.Refusal reason) ->
          refusals.show(reason, request, response);
    };
  }

  @GetMapping({"/nl/mijn-gegevens/inzage-dossier", "/en/my-details/who-viewed-my-record"})
  ModelAndView accessLog(
      @AuthenticationPrincipal Citizen citizen,
      @RequestParam(defaultValue = "") String van,
      @RequestParam(defaultValue = "") String tot,
      HttpServletRequest request,
      HttpServletResponse response) {
    Period period = Period.of(van, tot, clock);
    if (period.mistake().isPresent()) {
      return shown(
          PortalPage.ACCESS_LOG,
          request,
          Map.of("period", period, "table", new AccessLogTable(Period.NOTHING)));
    }
    return switch (register.accessLog(citizen, period.from(), period.until())) {
      case Answer.Given<AccessLogView>(AccessLogView log) ->
          shown(
              PortalPage.ACCESS_LOG,
              request,
              Map.of("period", period, "table", new AccessLogTable(log)));
      case Answer.Refused<AccessLogView>(Answer.Refusal reason) ->
          refusals.show(reason, request, response);
    };
  }

  @GetMapping({
    "/nl/mijn-vaccinaties/vaccinatieplanning",
    "/en/my-vaccinations/planned-vaccinations"
  })
  ModelAndView planning(
      @AuthenticationPrincipal Citizen citizen,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (register.planning(citizen)) {
      case Answer.Given<PlanningView>(PlanningView planning) ->
          shown(
              PortalPage.PLANNING,
              request,
              Map.of("planning", PlanningTable.of(planning, programmes)));
      case Answer.Refused<PlanningView>(Answer.Refusal reason) ->
          refusals.show(reason, request, response);
    };
  }

  /// To ask for it is enough: the session lasts another quarter of an hour.
  @GetMapping({"/nl/ingelogd-blijven", "/en/stay-logged-in"})
  ResponseEntity<Void> stay() {
    return ResponseEntity.noContent().build();
  }

  @GetMapping({"/nl/mijn-gegevens", "/en/my-details"})
  ModelAndView details(HttpServletRequest request) {
    return shown(PortalPage.MY_DETAILS, request, Map.of());
  }

  private ModelAndView shown(
      PortalPage which, HttpServletRequest request, Map<String, Object> facts) {
    Page page = frames.page(which, request);
    ModelAndView shown = new ModelAndView(which.template(), facts);
    shown.addObject("page", page);
    return shown;
  }
}
