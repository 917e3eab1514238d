// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import java.net.URI;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.registry.access.AssuranceTooLow;
import nl.cims.registry.intake.IntakeBusy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Prints everything that goes wrong as a problem document (RFC 9457) of a known type. Details name
/// no value that came in, so that no personal data is repeated.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler(AssuranceTooLow.class)
  ResponseEntity<ProblemDetail> assuranceTooLow() {
    return problem(
        ProblemType.ASSURANCE_TOO_LOW,
        "Health data need a login of level Substantieel or Hoog; log in again at that level.");
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class,
    TransactionSystemException.class,
    TransientDataAccessException.class
  })
  ResponseEntity<ProblemDetail> databaseAway(Exception cause) {
    LOG.error("the database does not answer: {}", cause.getClass().getSimpleName());
    return ResponseEntity.status(ProblemType.UPSTREAM_UNAVAILABLE.status())
        .header(HttpHeaders.RETRY_AFTER, "5")
        .body(
            detail(
                ProblemType.UPSTREAM_UNAVAILABLE,
                "The register cannot reach its data; try again in some seconds."));
  }

  @ExceptionHandler(IntakeBusy.class)
  ResponseEntity<ProblemDetail> busy() {
    return ResponseEntity.status(ProblemType.UPSTREAM_UNAVAILABLE.status())
        .header(HttpHeaders.RETRY_AFTER, Long.toString(IntakeBusy.RETRY_AFTER.toSeconds()))
        .body(
            detail(
                ProblemType.UPSTREAM_UNAVAILABLE,
                "Too much is coming in at this moment; send it again in some seconds."));
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<ProblemDetail> internal(Exception cause) {
    // The message of an unknown exception may hold a value that came in, so only its type and place
    // are logged.
    StackTraceElement[] trace = cause.getStackTrace();
    LOG.error(
        "internal fault: {} at {}", cause.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
    return problem(
        ProblemType.INTERNAL, "The fault is on our side and was logged; try again later.");
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception cause,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemType type = ProblemTypes.ofStatus(status.value());
    return ResponseEntity.status(type.status())
        .headers(headers)
        .body(detail(type, ProblemTypes.advice(type)));
  }

  private static ResponseEntity<ProblemDetail> problem(ProblemType type, String detail) {
    return ResponseEntity.status(type.status()).body(detail(type, detail));
  }

  private static ProblemDetail detail(ProblemType type, String detail) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(type.status()), detail);
    problem.setType(URI.create(type.uri()));
    problem.setTitle(type.title());
    return problem;
  }
}
