// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers errors that never reach the application, such as a request line that is no HTTP, with a
/// problem instead of the container's page.
public class ProblemValve extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemValve.class);

  /// Made by the container, which knows it by name only.
  public ProblemValve() {
    super();
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable ignored) {
    boolean failed = response.getStatus() >= 400 && response.getContentWritten() == 0;
    if (!failed || !response.setErrorReported()) {
      return;
    }
    try {
      Problems.answer(
          request.getRequest(), response.getResponse(), Problems.ofStatus(response.getStatus()));
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      LOG.debug("the caller has gone before his problem was written");
    }
  }
}
