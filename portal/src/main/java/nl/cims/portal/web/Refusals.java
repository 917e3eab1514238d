// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import nl.cims.pages.Language;
import nl.cims.portal.PortalPage;
import nl.cims.portal.register.Answer.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What a citizen sees when the register does not give what he asked for.
@Component
public class Refusals {

  private static final Duration RETRY = Duration.ofSeconds(30);

  private final Frames frames;

  Refusals(Frames frames) {
    this.frames = frames;
  }

  /// The page that says so, or the way to it.
  public ModelAndView show(
      Refusal reason, HttpServletRequest request, HttpServletResponse response) {
    return switch (reason) {
      case LOGIN_ENDED -> loggedOut(PortalPage.SESSION_ENDED, request);
      case LOGIN_TOO_OLD -> again(request);
      case LEVEL_TOO_LOW -> loggedOut(PortalPage.LEVEL_TOO_LOW, request);
      case NOT_ALLOWED -> instead("notAllowed", HttpStatus.FORBIDDEN, request, response);
      case TOO_BUSY -> instead("tooBusy", HttpStatus.SERVICE_UNAVAILABLE, request, response);
      case UNREACHABLE -> instead("unreachable", HttpStatus.SERVICE_UNAVAILABLE, request, response);
    };
  }

  /// The page that says that a line of the access log has no proof yet, and leads to the same
  /// question again.
  ModelAndView noProofYet(HttpServletRequest request, HttpServletResponse response) {
    return instead("noProofYet", HttpStatus.SERVICE_UNAVAILABLE, request, response)
        .addObject("again", request.getRequestURI() + "?" + request.getQueryString());
  }

  /// He stays logged in for everything else.
  private static ModelAndView again(HttpServletRequest request) {
    String path = request.getRequestURI();
    return new ModelAndView(
        "redirect:"
            + PortalPage.LOGIN_AGAIN.addressWishing(
                Language.ofPath(path).orElse(Language.NL),
                PortalPage.at(path).orElse(PortalPage.MY_VACCINATIONS)));
  }

  private static ModelAndView loggedOut(PortalPage page, HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    SecurityContextHolder.clearContext();
    String path = request.getRequestURI();
    Language language = Language.ofPath(path).orElse(Language.NL);
    PortalPage wish = PortalPage.at(path).orElse(PortalPage.MY_VACCINATIONS);
    return new ModelAndView("redirect:" + page.addressWishing(language, wish));
  }

  private ModelAndView instead(
      String key, HttpStatus status, HttpServletRequest request, HttpServletResponse response) {
    String path = request.getRequestURI();
    response.setStatus(status.value());
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(RETRY.toSeconds()));
    }
    return new ModelAndView(
        "status/instead",
        Map.of(
            "page",
            frames.instead(key + ".title", path, request),
            "key",
            key,
            "again",
            status == HttpStatus.SERVICE_UNAVAILABLE ? path : ""));
  }
}
