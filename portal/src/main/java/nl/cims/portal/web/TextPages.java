// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.cims.pages.Language;
import nl.cims.portal.PortalPage;
import nl.cims.portal.PortalSettings;
import nl.cims.portal.login.BrokerWatch;
import nl.cims.portal.login.Logout;
import nl.cims.portal.login.WaitingRoom;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// The pages that say the same to everybody.
@Controller
class TextPages {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private final Frames frames;
  private final PortalSettings.Contact contact;
  private final BrokerWatch watch;
  private final List<PortalSettings.Question> questions;

  TextPages(Frames frames, PortalSettings settings, BrokerWatch watch) {
    this.frames = frames;
    this.contact = settings.organisation().contact();
    this.watch = watch;
    this.questions = settings.questions();
  }

  /// The first page, in the language that the browser prefers.
  @GetMapping("/")
  ResponseEntity<Void> choose(HttpServletRequest request) {
    return ResponseEntity.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, PortalPage.HOME.address(Frames.preferred(request)))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  @GetMapping({"/nl", "/en", "/nl/{page}", "/en/{page}"})
  ModelAndView show(HttpServletRequest request, HttpServletResponse response)
      throws NoResourceFoundException, HttpRequestMethodNotSupportedException {
    PortalPage page = asked(request);
    return switch (page.kind()) {
      case TEXT -> text(page, request);
      case STATUS -> status(page, request, response);
      case STEP -> step(page, request, response);
      case PERSONAL, DOWNLOAD, STAY, CHECK ->
          throw new IllegalStateException(page + " has a controller of its own");
    };
  }

  /// After a logout the browser goes on to DigiD, if there is somebody to tell. Not by a redirect
  /// of the form itself, which the policy for forms forbids.
  private ModelAndView status(
      PortalPage page, HttpServletRequest request, HttpServletResponse response) {
    if (page == PortalPage.LOGGED_OUT || page == PortalPage.SESSION_ENDED) {
      Logout.onwards(request, response)
          .ifPresent(address -> response.setHeader("Refresh", "0;url=" + address));
    }
    return text(page, request);
  }

  private ModelAndView text(PortalPage page, HttpServletRequest request) {
    return new ModelAndView(
        page.template(),
        Map.of(
            "page",
            frames.page(page, request),
            "contact",
            contact,
            "login",
            login(request),
            "questions",
            questions,
            "loginWorks",
            page != PortalPage.HOME || watch.answers()));
  }

  /// To get here is to have asked for a login while the broker does not answer or others wait, or
  /// for a logout without its form.
  private ModelAndView step(
      PortalPage page, HttpServletRequest request, HttpServletResponse response)
      throws HttpRequestMethodNotSupportedException {
    if (page == PortalPage.LOG_OUT) {
      throw new HttpRequestMethodNotSupportedException("GET", List.of(HttpMethod.POST.name()));
    }
    if (request.getAttribute(WaitingRoom.class.getName()) instanceof WaitingRoom.Answer.Wait wait) {
      return waiting(wait, request, response);
    }
    response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Duration.ofSeconds(30).toSeconds()));
    String path = request.getRequestURI();
    return new ModelAndView(
        "status/login-unavailable",
        Map.of(
            "page",
            frames.instead("loginUnavailable.title", path, request),
            "contact",
            contact,
            "login",
            login(request)));
  }

  /// His turn has not come. The browser asks again by itself, without script.
  private ModelAndView waiting(
      WaitingRoom.Answer.Wait wait, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Refresh", Long.toString(LOOK_AGAIN.toSeconds()));
    // Ten thousand who wait must not keep a connection each, of which nothing would be left to
    // those
    // who are in.
    response.setHeader(HttpHeaders.CONNECTION, "close");
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        WaitingRoom.COOKIE + "=" + wait.ticket() + "; Path=/; Secure; HttpOnly; SameSite=Lax");
    return new ModelAndView(
        "status/waiting",
        Map.of(
            "page",
            frames.instead("waiting.title", request.getRequestURI(), request),
            "contact",
            contact,
            "login",
            login(request),
            "wait",
            wait));
  }

  private static PortalPage asked(HttpServletRequest request) throws NoResourceFoundException {
    Optional<PortalPage> page = PortalPage.at(request.getRequestURI());
    if (page.isEmpty()) {
      throw new NoResourceFoundException(
          HttpMethod.GET, request.getRequestURI(), "no page of the portal");
    }
    return page.get();
  }

  /// Where the login button leads: to the page that was wanted.
  private static String login(HttpServletRequest request) {
    Language language = Language.ofPath(request.getRequestURI()).orElse(Language.NL);
    return PortalPage.LOG_IN.addressWishing(
        language, PortalPage.personal(request.getParameter(PortalPage.WISH)));
  }
}
