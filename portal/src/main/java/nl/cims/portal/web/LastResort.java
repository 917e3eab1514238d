// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.pages.ContentPolicy;
import nl.cims.pages.Language;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the server itself refuses, before any page or filter of ours is reached (an address that
/// cannot be decoded): two plain sentences in place of the server's own page.
final class LastResort extends ErrorReportValve {

  /// The headers of every answer that no filter has seen.
  static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", ContentPolicy.with(),
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Strict-Transport-Security", "max-age=63072000; includeSubDomains",
          "Cache-Control", "no-store");

  private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

  private final String text;

  LastResort(Frames frames) {
    this.text =
        Stream.of(Language.values())
            .map(language -> frames.texts(language).say("notUnderstood.title"))
            .collect(Collectors.joining("\n"));
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    HEADERS.forEach(response::setHeader);
    response.setContentType("text/plain");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    try {
      response.getReporter().write(text);
    } catch (IOException gone) {
      LOG.debug("The other side has gone", gone);
    }
  }
}
