// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends a session whose login has lasted long enough or was ended at the broker, before anything is
/// shown. That nobody was idle for too long the container sees to.
final class SessionLimits extends OncePerRequestFilter {

  private final EndedLogins ended;

  SessionLimits(EndedLogins ended) {
    this.ended = ended;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (Present.staff().filter(login -> !ended.holds(login)).isPresent()) {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      SecurityContextHolder.clearContext();
    }
    chain.doFilter(request, response);
  }
}
