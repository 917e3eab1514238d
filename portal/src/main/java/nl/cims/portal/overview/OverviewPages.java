// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.pages.Language;
import nl.cims.pages.Texts;
import nl.cims.portal.PortalSettings;
import nl.cims.portal.login.Citizen;
import nl.cims.portal.register.Answer;
import nl.cims.portal.register.Register;
import nl.cims.portal.web.Frames;
import nl.cims.portal.web.Refusals;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The two files that a citizen takes along. Each asks the gateway once; a refusal is answered by a
/// page.
@Controller
class OverviewPages {

  static final MediaType FHIR = MediaType.valueOf("application/fhir+json");

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Register register;
  private final Refusals refusals;
  private final Frames frames;
  private final Typesetter typesetter;
  private final PortalSettings settings;
  private final Turns turns =
      new Turns(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), PATIENCE);
  private final Set<String> working = ConcurrentHashMap.newKeySet();

  OverviewPages(
      Register register,
      Refusals refusals,
      Frames frames,
      Typesetter typesetter,
      PortalSettings settings) {
    this.register = register;
    this.refusals = refusals;
    this.frames = frames;
    this.typesetter = typesetter;
    this.settings = settings;
  }

  /// One paper at a time for each citizen, so that nobody takes all turns. The turn comes before
  /// the question, so that the access log names no export that was not given.
  @GetMapping({"/nl/mijn-vaccinaties/overzicht.pdf", "/en/my-vaccinations/overview.pdf"})
  Object pdf(
      @AuthenticationPrincipal Citizen citizen,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!working.add(citizen.pseudonym())) {
      return refusals.show(Answer.Refusal.TOO_BUSY, request, response);
    }
    try {
      return paper(citizen, request, response);
    } finally {
      working.remove(citizen.pseudonym());
    }
  }

  private Object paper(Citizen citizen, HttpServletRequest request, HttpServletResponse response) {
    Texts texts = frames.texts(language(request));
    return turns
        .take(
            () ->
                asked(
                    citizen,
                    request,
                    response,
                    export ->
                        file(
                            typesetter.set(Overview.of(export, settings), texts, export.fhir()),
                            MediaType.APPLICATION_PDF,
                            texts.say("overview.file") + ".pdf")))
        .orElseGet(() -> refusals.show(Answer.Refusal.TOO_BUSY, request, response));
  }

  @GetMapping({"/nl/mijn-vaccinaties/overzicht.json", "/en/my-vaccinations/overview.json"})
  Object fhir(
      @AuthenticationPrincipal Citizen citizen,
      HttpServletRequest request,
      HttpServletResponse response) {
    Texts texts = frames.texts(language(request));
    return asked(
        citizen,
        request,
        response,
        export ->
            file(
                export.fhir().getBytes(StandardCharsets.UTF_8),
                FHIR,
                texts.say("overview.file") + ".json"));
  }

  private Object asked(
      Citizen citizen,
      HttpServletRequest request,
      HttpServletResponse response,
      Function<ExportView, ResponseEntity<byte[]>> made) {
    return switch (register.export(citizen, language(request))) {
      case Answer.Given<ExportView>(ExportView export) -> made.apply(export);
      case Answer.Refused<ExportView>(Answer.Refusal reason) ->
          refusals.show(reason, request, response);
    };
  }

  /// Its name says nothing about anybody.
  private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }

  private static Language language(HttpServletRequest request) {
    return Language.ofPath(request.getRequestURI()).orElse(Language.NL);
  }
}
