// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import nl.cims.pages.Page;
import nl.cims.portal.PortalPage;
import nl.cims.portal.web.Frames;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where whoever gets an overview sees that it is genuine. The code stands behind the `#` of a
/// link, which browsers never send, and comes in the body of a form: in no address that anybody
/// logs.
@Controller
class VerifyPages {

  private static final Duration RETRY = Duration.ofSeconds(30);

  private final Frames frames;
  private final SealCheck seals;

  VerifyPages(Frames frames, SealCheck seals) {
    this.frames = frames;
    this.seals = seals;
  }

  /// The short address in a code leads to the page in the browser's language; the browser takes
  /// along what stands behind the `#`.
  @GetMapping(PortalPage.CODE)
  ResponseEntity<Void> choose(HttpServletRequest request) {
    return ResponseEntity.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, PortalPage.VERIFY.address(Frames.preferred(request)))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  @GetMapping({"/nl/controleren", "/en/verify"})
  ModelAndView ask(HttpServletRequest request, HttpServletResponse response) {
    return shown(Optional.empty(), request, response);
  }

  @PostMapping({"/nl/controleren", "/en/verify"})
  ModelAndView check(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    Verdict verdict = seals.check(code);
    if (verdict == Verdict.Without.UNKNOWN) {
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(RETRY.toSeconds()));
    }
    return shown(Optional.of(verdict), request, response);
  }

  private ModelAndView shown(
      Optional<Verdict> verdict, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("X-Robots-Tag", "noindex");
    return new ModelAndView(
        PortalPage.VERIFY.template(),
        Map.of(
            "page", titled(verdict, frames.page(PortalPage.VERIFY, request)), "verdict", verdict));
  }

  /// What came of it is the title, which is what a screen reader says first.
  private static Page titled(Optional<Verdict> verdict, Page page) {
    return verdict
        .map(
            found ->
                switch (found) {
                  case Verdict.Genuine genuine -> "verify.genuine";
                  case Verdict.Without.NOT_GENUINE -> "verify.changed";
                  case Verdict.Without.UNREADABLE -> "verify.unreadable";
                  case Verdict.Without.UNKNOWN -> "verify.unknown";
                })
        .map(key -> page.titled(page.texts().say(key)))
        .orElse(page);
  }
}
