// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.cims.pages.Language;
import nl.cims.portal.PortalPage;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/// What somebody gets who may not pass: the page that helps him on.
@Component
final class Doors implements AuthenticationEntryPoint, AccessDeniedHandler {

  /// Nobody is logged in: a personal page asks for it, anything else does not exist.
  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    String path = request.getRequestURI();
    Optional<PortalPage> page = PortalPage.at(path).filter(PortalPage::isAboutSomebody);
    if (page.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Language language = Language.ofPath(path).orElse(Language.NL);
    response.sendRedirect(asking(request).addressWishing(language, page.get()));
  }

  /// A form without a valid token. The only form is the one to log out: its session has ended.
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    String path = request.getRequestURI();
    if (PortalPage.LOG_OUT.isAt(path)) {
      if (request.isRequestedSessionIdValid()) {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return;
      }
      response.sendRedirect(Logout.afterwards(request));
    } else if (PortalPage.at(path).isPresent() || path.equals("/")) {
      response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static PortalPage asking(HttpServletRequest request) {
    return request.getRequestedSessionId() == null
        ? PortalPage.LOGIN_NEEDED
        : PortalPage.SESSION_ENDED;
  }
}
