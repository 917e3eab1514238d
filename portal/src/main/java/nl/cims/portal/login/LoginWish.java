// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import nl.cims.pages.Language;
import nl.cims.portal.PortalPage;

/// What somebody wanted when he began to log in; kept in his session until he comes back.
///
/// @param language in which he reads
/// @param page where he wants to go
public record LoginWish(Language language, PortalPage page) {

  private static final String ATTRIBUTE = LoginWish.class.getName();

  /// Remembers it.
  void keep(HttpServletRequest request) {
    request.getSession().setAttribute(ATTRIBUTE, this);
  }

  /// Takes it out of the session; without one, the first personal page in the browser's language.
  static LoginWish take(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Optional<Object> kept =
        Optional.ofNullable(session).map(present -> present.getAttribute(ATTRIBUTE));
    kept.ifPresent(wish -> request.getSession().removeAttribute(ATTRIBUTE));
    return (LoginWish) kept.orElseGet(() -> of(request));
  }

  /// What the address of the log-in link says: `/nl/inloggen?pagina=RECORD`.
  static LoginWish of(HttpServletRequest request) {
    Language language =
        Language.ofPath(request.getRequestURI())
            .orElseGet(
                () -> {
                  String accepted = request.getHeader("Accept-Language");
                  return Language.negotiate(accepted == null ? "" : accepted);
                });
    return new LoginWish(language, PortalPage.personal(request.getParameter(PortalPage.WISH)));
  }

  /// The address of the page.
  String address() {
    return page.address(language);
  }
}
