// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import nl.cims.broker.staff.BrowserToken;
import nl.cims.broker.staff.Ceremonies;
import nl.cims.broker.staff.CeremonyRefused;
import nl.cims.broker.staff.Entrance;
import nl.cims.broker.staff.Sessions;
import nl.cims.broker.web.templates.staff.JtecodeGenerated;
import nl.cims.broker.web.templates.staff.JteloginGenerated;
import nl.cims.pages.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Coming in: with a passkey, for a console's request or for these pages; or with a code.
@Controller
class LoginPages {

  /// The parameter with a console's request, its query as it came.
  static final String REQUEST = "request";

  private final Frames frames;
  private final Ceremonies ceremonies;
  private final Entrance entrance;
  private final Sessions sessions;

  LoginPages(Frames frames, Ceremonies ceremonies, Entrance entrance, Sessions sessions) {
    this.frames = frames;
    this.ceremonies = ceremonies;
    this.entrance = entrance;
    this.sessions = sessions;
  }

  @GetMapping(StaffRoute.Paths.LOGIN)
  ResponseEntity<String> login(
      HttpServletRequest request, @RequestParam(name = REQUEST, defaultValue = "") String asked) {
    return loginPage(HttpStatus.OK, request, asked, false);
  }

  @PostMapping(StaffRoute.Paths.LOGIN)
  ResponseEntity<String> login(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String credential,
      @RequestParam(name = REQUEST, defaultValue = "") String asked) {
    StaffVisit visit = StaffVisit.of(request);
    Optional<String> consoleRequest = Optional.of(asked).filter(text -> !text.isEmpty());
    try {
      BrowserToken browser =
          entrance.login(credential, visit.browser(), visit.session(), consoleRequest);
      StaffVisit.give(browser, response);
      boolean complete =
          sessions.visit(browser).filter(session -> session.isComplete()).isPresent();
      return Views.to(
          complete && consoleRequest.isPresent()
              ? ConsoleRequests.AUTHORIZE + "?" + oneLine(consoleRequest.get())
              : StaffRoute.PASSKEYS.path());
    } catch (CeremonyRefused refused) {
      return loginPage(HttpStatus.FORBIDDEN, request, asked, true);
    }
  }

  @GetMapping(StaffRoute.Paths.CODE)
  ResponseEntity<String> code(HttpServletRequest request) {
    return codePage(HttpStatus.OK, request, false);
  }

  @PostMapping(StaffRoute.Paths.CODE)
  ResponseEntity<String> code(
      HttpServletRequest request,
      HttpServletResponse response,
      @RequestParam(defaultValue = "") String code) {
    Optional<BrowserToken> browser = entrance.redeem(code, StaffVisit.of(request).session());
    if (browser.isEmpty()) {
      return codePage(HttpStatus.FORBIDDEN, request, true);
    }
    StaffVisit.give(browser.get(), response);
    return Views.to(StaffRoute.PASSKEYS.path());
  }

  private ResponseEntity<String> loginPage(
      HttpStatus status, HttpServletRequest request, String asked, boolean refused) {
    StaffVisit visit = StaffVisit.of(request);
    boolean again = visit.session().isPresent();
    Page page = frames.of(request, again ? "again.title" : "login.title");
    return Views.page(
        status,
        out ->
            JteloginGenerated.render(
                out,
                null,
                page,
                Frames.formToken(request),
                ceremonies.login(visit.browser()),
                asked,
                again,
                refused));
  }

  private ResponseEntity<String> codePage(
      HttpStatus status, HttpServletRequest request, boolean refused) {
    Page page = frames.of(request, "code.title");
    return Views.page(
        status,
        out -> JtecodeGenerated.render(out, null, page, Frames.formToken(request), refused));
  }

  /// The container refuses a header of several lines; so do we, before it comes to that.
  private static String oneLine(String query) {
    return query.replaceAll("[\\r\\n]", "");
  }
}
