// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.trace;

import jakarta.servlet.http.HttpServletResponse;

/// The headers that every answer of the gateway carries, its own and the registry's: keep it
/// nowhere, guess no type, frame it nowhere, come back over TLS only.
public final class SafeHeaders {

  /// The header with the identifier to quote when something went wrong.
  public static final String REQUEST_ID = "X-Request-Id";

  private SafeHeaders() {}

  /// Sets them; what is written to the answer later may replace `Cache-Control`.
  public static void on(HttpServletResponse answer, RequestTrace trace) {
    answer.setHeader(REQUEST_ID, trace.id());
    answer.setHeader("Cache-Control", "no-store");
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    answer.setHeader("Referrer-Policy", "no-referrer");
    answer.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  }
}
