// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/// The token of every form follows from the browser's secret, so that none is kept.
final class FormTokens implements CsrfTokenRepository {

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return new DefaultCsrfToken(
        "X-CSRF-TOKEN", "_csrf", StaffVisit.of(request).browser().formToken());
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    // It follows from the cookie.
  }

  @Override
  public CsrfToken loadToken(HttpServletRequest request) {
    return generateToken(request);
  }
}
