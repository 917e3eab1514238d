// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import java.io.IOException;
import java.io.Writer;
import java.util.function.BiFunction;
import nl.cims.pages.Language;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/// The page for a request so broken that Tomcat refuses it before we see it, in place of Tomcat's
/// own.
final class UnreadableRequest extends ErrorReportValve {

  private final BiFunction<Refusal, Language, String> pages;

  UnreadableRequest(BiFunction<Refusal, Language, String> pages) {
    this.pages = pages;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    response.setContentType("text/html");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'");
    try {
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(pages.apply(Refusal.of(status), Language.NL));
        response.finishResponse();
      }
    } catch (IOException gone) {
      container.getLogger().debug("the client has gone", gone);
    }
  }
}
