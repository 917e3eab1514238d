// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir.web;

import java.util.Map;
import org.springframework.http.HttpStatus;

/// The request was refused before anybody looked at the message in it. The advice repeats nothing
/// that came in.
final class RequestRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;
  private final transient Map<String, String> headers;

  /// @param code FHIR's issue type
  /// @param advice what is wrong and what to do
  RequestRefused(HttpStatus status, String code, String advice) {
    this(status, code, advice, Map.of());
  }

  RequestRefused(HttpStatus status, String code, String advice, Map<String, String> headers) {
    super(advice, null, false, false);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  HttpStatus status() {
    return status;
  }

  String code() {
    return code;
  }

  String advice() {
    return String.valueOf(getMessage());
  }

  Map<String, String> headers() {
    return headers;
  }
}
