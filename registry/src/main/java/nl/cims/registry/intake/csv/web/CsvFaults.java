// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import nl.cims.contracts.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Prints what is refused under `/csv/v1` as a problem document.
@RestControllerAdvice(basePackageClasses = CsvFaults.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CsvFaults {

  private static final Logger LOG = LoggerFactory.getLogger(CsvFaults.class);
  private static final String SOON = "10";

  @ExceptionHandler(RequestRefused.class)
  ResponseEntity<ProblemDetail> refused(RequestRefused refused) {
    LOG.info("request refused: {}", refused.type());
    var answer = ResponseEntity.status(refused.type().status());
    if (refused.type() == ProblemType.UPSTREAM_UNAVAILABLE) {
      answer.header(HttpHeaders.RETRY_AFTER, SOON);
    }
    return answer.body(document(refused.type(), refused.detail()));
  }

  @ExceptionHandler({UncheckedIOException.class, IOException.class})
  ResponseEntity<ProblemDetail> brokeOff() {
    LOG.info("a file broke off, or its sender went away");
    return ResponseEntity.status(ProblemType.MALFORMED_REQUEST.status())
        .header(HttpHeaders.CONNECTION, "close")
        .body(
            document(
                ProblemType.MALFORMED_REQUEST,
                "The file broke off; nothing of it was kept. Send it again."));
  }

  /// Thrown on, so that the container cuts the connection: half a result must not look like a whole
  /// one.
  @ExceptionHandler(ResultBrokeOff.class)
  void halfway(ResultBrokeOff cause) {
    LOG.info("a result broke off");
    throw cause;
  }

  private static ProblemDetail document(ProblemType type, String detail) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(type.status()), detail);
    problem.setType(URI.create(type.uri()));
    problem.setTitle(type.title());
    return problem;
  }
}
