// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.cims.broker.staff.Sessions;
import nl.cims.broker.staff.StaffAuthentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who is there, and refuses a POST that the browser says comes from another site
/// (`Sec-Fetch-Site`) before any token is looked at.
final class Visits extends OncePerRequestFilter {

  private final Sessions sessions;

  Visits(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String site = request.getHeader("Sec-Fetch-Site");
    boolean changes = request.getMethod().equals("POST");
    if (changes && site != null && !site.equals("same-origin")) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    StaffVisit visit = StaffVisit.read(request, sessions);
    visit.keepIn(request);
    if (!changes && StaffVisit.token(request).isEmpty()) {
      StaffVisit.give(visit.browser(), response);
    }
    visit
        .session()
        .ifPresent(
            session ->
                SecurityContextHolder.setContext(
                    new SecurityContextImpl(new StaffAuthentication(session))));
    Languages.keepChosen(request, response);
    response.setHeader("Cache-Control", "no-store");
    chain.doFilter(request, response);
  }
}
