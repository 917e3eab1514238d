// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.gateway.trace.RequestTrace;
import nl.cims.gateway.trace.SafeHeaders;

/// Writes problems as answers.
public final class Problems {

  private Problems() {}

  /// Answers with this problem, unless an answer is already on its way.
  public static void answer(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    answer(request, response, problem, Map.of());
  }

  /// Answers with this problem and these headers, unless an answer is already on its way.
  public static void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      Problem problem,
      Map<String, String> headers)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    RequestTrace trace = RequestTrace.of(request);
    byte[] document = problem.document(trace.id());
    response.setStatus(problem.type().status());
    SafeHeaders.on(response, trace);
    headers.forEach(response::setHeader);
    response.setContentType(ProblemType.MEDIA_TYPE);
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
  }

  /// The problem for an error that a framework noticed and only gave a status.
  static Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> new Problem(ProblemType.TOKEN_REQUIRED, "Send an access token of the broker.");
      case 403 -> new Problem(ProblemType.FORBIDDEN, "The gateway does not allow this request.");
      case 404 -> new Problem(ProblemType.NOT_FOUND, "The gateway offers nothing at this address.");
      case 405 -> new Problem(ProblemType.METHOD_NOT_ALLOWED, "Use a method that is offered here.");
      case 406 -> new Problem(ProblemType.NOT_ACCEPTABLE, "Ask for a format that is offered.");
      case 413 -> new Problem(ProblemType.CONTENT_TOO_LARGE, "Send a smaller message.");
      case 415 ->
          new Problem(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send a format that is supported.");
      case 503 ->
          new Problem(ProblemType.UPSTREAM_UNAVAILABLE, "Try the same request again later.");
      default ->
          status >= 400 && status < 500
              ? new Problem(
                  ProblemType.MALFORMED_REQUEST,
                  "The request line, a header or the framing of the body is not valid HTTP, or too"
                      + " large; correct it before you send it again.")
              : new Problem(
                  ProblemType.INTERNAL,
                  "The fault is on our side and has been noted; try the same request again later.");
    };
  }
}
