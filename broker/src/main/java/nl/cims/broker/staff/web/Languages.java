// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import nl.cims.pages.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// In which language somebody reads: as he chose, here or before, and else as his browser asks.
final class Languages {

  /// Chooses a language in an address.
  static final String PARAMETER = "lang";

  private static final String COOKIE = "__Host-language";

  private Languages() {}

  static Language of(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, COOKIE);
    String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
    return named(request.getParameter(PARAMETER))
        .or(() -> named(cookie == null ? null : cookie.getValue()))
        .orElseGet(() -> Language.negotiate(wanted == null ? "" : wanted));
  }

  static void keepChosen(HttpServletRequest request, HttpServletResponse response) {
    named(request.getParameter(PARAMETER))
        .ifPresent(
            chosen ->
                response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, chosen.code())
                        .path("/")
                        .secure(true)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build()
                        .toString()));
  }

  private static Optional<Language> named(@Nullable String code) {
    return Arrays.stream(Language.values()).filter(each -> each.code().equals(code)).findFirst();
  }
}
