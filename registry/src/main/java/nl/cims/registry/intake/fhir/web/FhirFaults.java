// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import nl.cims.registry.intake.IntakeBusy;
import nl.cims.registry.intake.fhir.FhirFormat;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// Prints everything that goes wrong under `/fhir` as an OperationOutcome. What is logged names no
/// value that came in.
@RestControllerAdvice(basePackageClasses = FhirFaults.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FhirFaults {

  private static final Logger LOG = LoggerFactory.getLogger(FhirFaults.class);

  private final FhirWriter writer;

  FhirFaults(FhirWriter writer) {
    this.writer = writer;
  }

  @ExceptionHandler(RequestRefused.class)
  ResponseEntity<byte[]> refused(RequestRefused refused, HttpServletRequest request) {
    LOG.info("request refused: {}", refused.status().value());
    HttpHeaders headers = new HttpHeaders();
    refused.headers().forEach(headers::set);
    return write(request, refused.status(), refused.code(), refused.advice(), headers);
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class,
    TransactionSystemException.class,
    TransientDataAccessException.class
  })
  ResponseEntity<byte[]> databaseAway(Exception cause, HttpServletRequest request) {
    LOG.error("the database does not answer: {}", cause.getClass().getSimpleName());
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, "5");
    return write(
        request,
        HttpStatus.SERVICE_UNAVAILABLE,
        "transient",
        "the register cannot reach its data; send the same message again in some seconds",
        headers);
  }

  @ExceptionHandler(IntakeBusy.class)
  ResponseEntity<byte[]> busy(HttpServletRequest request) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(IntakeBusy.RETRY_AFTER.toSeconds()));
    return write(
        request,
        HttpStatus.SERVICE_UNAVAILABLE,
        "throttled",
        "too much is coming in at this moment; send the same message again in some seconds",
        headers);
  }

  @ExceptionHandler(IOException.class)
  void senderGone() {
    LOG.info("the sender went away before the answer");
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<byte[]> internal(Exception cause, HttpServletRequest request) {
    // The message of an unknown exception may hold a value that came in, so only its type and place
    // are logged.
    StackTraceElement[] trace = cause.getStackTrace();
    LOG.error(
        "internal fault: {} at {}", cause.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
    return write(
        request,
        HttpStatus.INTERNAL_SERVER_ERROR,
        "exception",
        "the fault is on our side and was logged; send the same message again later",
        new HttpHeaders());
  }

  private ResponseEntity<byte[]> write(
      HttpServletRequest request,
      HttpStatus status,
      String code,
      String advice,
      HttpHeaders headers) {
    FhirFormat format = Negotiation.ofRefusal(request);
    return writer.write(status, Issues.of(IssueSeverity.ERROR, code, advice), format, headers);
  }
}
