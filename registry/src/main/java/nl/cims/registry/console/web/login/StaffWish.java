// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import nl.cims.pages.Language;
import nl.cims.registry.console.ConsolePage;

/// Where somebody wanted to go when he began to log in; kept in his session until he comes back.
///
/// @param language in which he reads
/// @param page where he wants to go
record StaffWish(Language language, ConsolePage page) {

  private static final String ATTRIBUTE = StaffWish.class.getName();

  void keep(HttpServletRequest request) {
    request.getSession().setAttribute(ATTRIBUTE, this);
  }

  /// Takes it out of the session; without one, the list of work in the browser's language.
  static StaffWish take(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Optional<Object> kept =
        Optional.ofNullable(session).map(present -> present.getAttribute(ATTRIBUTE));
    kept.ifPresent(wish -> request.getSession().removeAttribute(ATTRIBUTE));
    return (StaffWish) kept.orElseGet(() -> of(request));
  }

  /// What the address of the log-in link says: `/nl/inloggen?pagina=EMERGENCY`.
  static StaffWish of(HttpServletRequest request) {
    return new StaffWish(
        language(request), ConsolePage.wished(request.getParameter(ConsolePage.WISH)));
  }

  /// The language of the address, or else of the browser.
  static Language language(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Language");
    return Language.ofPath(request.getRequestURI())
        .orElseGet(() -> Language.negotiate(accepted == null ? "" : accepted));
  }
}
