// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.broker.staff.BrowserToken;
import nl.cims.broker.staff.Sessions;
import nl.cims.broker.staff.StaffSession;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// One browser, and who of the staff is in it.
record StaffVisit(BrowserToken browser, Optional<StaffSession> session) {

  private static final String COOKIE = "__Host-staff";

  /// Reads the cookie; a browser without one gets a secret that is not in any cookie yet.
  static StaffVisit read(HttpServletRequest request, Sessions sessions) {
    Optional<BrowserToken> browser = token(request);
    return new StaffVisit(browser.orElseGet(BrowserToken::drawn), browser.flatMap(sessions::visit));
  }

  static Optional<BrowserToken> token(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .findFirst()
        .flatMap(cookie -> BrowserToken.of(cookie.getValue()));
  }

  void keepIn(HttpServletRequest request) {
    request.setAttribute(StaffVisit.class.getName(), this);
  }

  /// The visit of this request.
  static StaffVisit of(HttpServletRequest request) {
    if (request.getAttribute(StaffVisit.class.getName()) instanceof StaffVisit visit) {
      return visit;
    }
    throw new IllegalStateException("every request to the staff pages is a visit");
  }

  /// Who is there, at an address that nobody else reaches.
  StaffSession someone() {
    return session.orElseThrow(() -> new IllegalStateException("nobody gets here"));
  }

  /// Gives the browser its secret. Lax, because consoles send people here.
  static void give(BrowserToken browser, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, browser.reveal())
            .path("/")
            .secure(true)
            .httpOnly(true)
            .sameSite("Lax")
            .build()
            .toString());
  }
}
