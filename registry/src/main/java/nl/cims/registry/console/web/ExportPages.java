// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.cims.pages.Language;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.WithConsole;
import nl.cims.registry.console.web.login.Present;
import nl.cims.registry.console.web.login.StaffLogin;
import nl.cims.registry.dossier.Visit;
import nl.cims.registry.export.Export;
import nl.cims.registry.export.Export.Wish;
import nl.cims.registry.export.Exports;
import nl.cims.registry.export.Recipient;
import nl.cims.registry.export.Recipients;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Data of many people for somebody outside: asked for here, decided by a colleague, and fetched as
/// a file that the recipient alone can read.
@Controller
@WithConsole
class ExportPages {

  private static final int MOST = 100;

  private final ConsoleFrames frames;
  private final Visits visits;
  private final Exports exports;
  private final Recipients recipients;
  private final Clock clock;

  ExportPages(
      ConsoleFrames frames, Visits visits, Exports exports, Recipients recipients, Clock clock) {
    this.frames = frames;
    this.visits = visits;
    this.exports = exports;
    this.recipients = recipients;
    this.clock = clock;
  }

  @GetMapping({"/nl/uitleveringen", "/en/exports"})
  ModelAndView list(HttpServletRequest request) {
    return list(GivenVerdict.NONE, request);
  }

  @PostMapping({"/nl/uitleveringen", "/en/exports"})
  ModelAndView ask(
      @RequestParam(defaultValue = "") String van,
      @RequestParam(defaultValue = "") String tot,
      @RequestParam(defaultValue = "") String recipient,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    LogPeriod period = LogPeriod.of(van, tot, clock);
    Optional<Recipient> whom = usable(recipient);
    Optional<String> mistake =
        period.mistake().or(() -> GivenReason.mistake(whom, "exports.recipient.missing", reason));
    if (mistake.isPresent()) {
      return show(
          new ExportForm(mistake.get(), recipient, period, reason), GivenVerdict.NONE, request);
    }
    exports.ask(
        visits.of(request),
        new Wish(period.from(), period.until(), whom.orElseThrow().id(), reason.strip()));
    return ConsoleFrames.to(ConsolePage.EXPORTS, request);
  }

  @PostMapping({"/nl/uitleveringen/{export}/besluit", "/en/exports/{export}/decision"})
  ModelAndView decide(
      @PathVariable UUID export,
      @RequestParam Optional<Export.Verdict> verdict,
      @RequestParam(defaultValue = "") String reason,
      HttpServletRequest request) {
    GivenVerdict given = GivenVerdict.of(export, verdict, reason, "exports.verdict.missing");
    if (given.isWrong()) {
      return list(given, request);
    }
    return answered(
        exports.decide(visits.of(request), export, verdict.orElseThrow(), reason.strip()),
        given,
        request);
  }

  /// The file; a page that says why, if there is none.
  @PostMapping({"/nl/uitleveringen/{export}/bestand", "/en/exports/{export}/file"})
  @Nullable ModelAndView fetch(
      @PathVariable UUID export, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Visit visit = visits.of(request);
    Optional<Recipient> whom =
        exports.find(export).map(it -> it.wish().recipient()).flatMap(this::usable);
    if (whom.isEmpty()) {
      return answered(Exports.Answer.GONE, GivenVerdict.none(export), request);
    }
    Exports.Answer answer = exports.fetch(visit, export);
    if (answer != Exports.Answer.DONE) {
      return answered(answer, GivenVerdict.none(export), request);
    }
    response.setContentType("application/pkcs7-mime; smime-type=authEnveloped-data");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + export + ".p7m\"");
    exports.write(export, whom.get(), response.getOutputStream());
    return null;
  }

  private ModelAndView answered(
      Exports.Answer answer, GivenVerdict given, HttpServletRequest request) {
    return switch (answer) {
      case DONE -> ConsoleFrames.to(ConsolePage.EXPORTS, request);
      case OWN -> list(given.refused("exports.own"), request);
      case BEFORE -> list(given.refused("exports.before"), request);
      case GONE -> list(given.refused("exports.gone"), request);
    };
  }

  private Optional<Recipient> usable(String id) {
    return recipients.find(id).filter(it -> it.isValid(clock.instant()));
  }

  private ModelAndView list(GivenVerdict given, HttpServletRequest request) {
    return show(new ExportForm("", "", LogPeriod.of("", "", clock), ""), given, request);
  }

  private ModelAndView show(ExportForm form, GivenVerdict given, HttpServletRequest request) {
    StaffLogin login = Present.staff().orElseThrow();
    List<Recipient> usable =
        recipients.all().stream().filter(it -> it.isValid(clock.instant())).toList();
    Language language = Language.ofPath(request.getRequestURI()).orElse(Language.NL);
    Map<String, Object> facts = new HashMap<>();
    facts.put("exports", exports.list(MOST));
    facts.put("recipients", usable);
    facts.put(
        "names",
        recipients.all().stream().collect(Collectors.toMap(Recipient::id, Recipient::name)));
    facts.put("me", login.employee().id());
    facts.put("now", clock.instant());
    facts.put("form", form);
    facts.put("given", given);
    facts.put(
        "login",
        login.isFresh(clock.instant())
            ? ""
            : ConsolePage.LOG_IN.addressWishing(language, ConsolePage.EXPORTS));
    return frames.show(ConsolePage.EXPORTS, request, facts);
  }
}
