// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import nl.cims.registry.access.Employee;
import nl.cims.registry.accesslog.AccessLog;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.WithConsole;
import nl.cims.registry.console.web.Visits;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/// What somebody gets who may not pass: the page that helps him on. That an employee asked for a
/// page without its permission is a line in the access log.
@Component
@WithConsole
final class Bouncer implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final Visits visits;
  private final AccessLog log;
  private final Clock clock;

  Bouncer(Visits visits, AccessLog log, Clock clock) {
    this.visits = visits;
    this.log = log;
    this.clock = clock;
  }

  /// Nobody has logged in: a page of the console asks for it, anything else does not exist.
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    Optional<ConsolePage> page = ConsolePage.at(request.getRequestURI());
    if (page.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (wrongMethod(page.get(), request)) {
      wrongMethod(page.get(), response);
    } else {
      ConsolePage next =
          request.getRequestedSessionId() == null ? ConsolePage.START : ConsolePage.SESSION_ENDED;
      ConsolePage wish = ConsolePage.wished(page.get().name());
      response.sendRedirect(next.addressWishing(StaffWish.language(request), wish));
    }
  }

  /// Somebody has logged in, but may not do this; or sent a form without its token.
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    Optional<ConsolePage> page = ConsolePage.at(request.getRequestURI());
    Optional<Employee> employee = Present.staff().map(StaffLogin::employee);
    if (page.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (wrongMethod(page.get(), request)) {
      wrongMethod(page.get(), response);
    } else if (employee.isEmpty()) {
      // A form whose session has ended.
      response.sendRedirect(ConsolePage.SESSION_ENDED.address(StaffWish.language(request)));
    } else {
      note(page.get(), employee.get(), request);
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  /// A form without its token is none of his doing, if the page is his.
  private void note(ConsolePage page, Employee employee, HttpServletRequest request) {
    page.permission()
        .filter(permission -> !employee.may(permission))
        .ifPresent(
            permission ->
                log.writeRefused(visits.of(request).refused(permission, clock.instant())));
  }

  private static boolean wrongMethod(ConsolePage page, HttpServletRequest request) {
    String asked = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    return !page.methods().contains(asked);
  }

  private static void wrongMethod(ConsolePage page, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.ALLOW, String.join(", ", page.methods()));
    response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
  }
}
