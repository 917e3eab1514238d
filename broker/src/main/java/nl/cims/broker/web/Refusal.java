// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import java.util.Locale;

/// Everything that the broker itself refuses or fails in, outside what OAuth has an error code for:
/// a page to a browser, a problem document (RFC 9457) to a machine. The types are those of
/// `contracts.problem`, which the broker does not use because it knows no care data.
enum Refusal {
  BAD_REQUEST(400, "malformed-request", "The request is not well-formed"),
  CERTIFICATE_REQUIRED(401, "certificate-required", "A client certificate is required"),
  FORBIDDEN(403, "forbidden", "This is not allowed"),
  NOT_FOUND(404, "not-found", "There is nothing at this address"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "This method is not offered here"),
  LOGIN_LOST(400, "malformed-request", "The request is not well-formed"),
  CONTENT_TOO_LARGE(413, "content-too-large", "The message is too large"),
  TOO_BUSY(503, "upstream-unavailable", "A part of the system is not reachable"),
  INTERNAL(500, "internal", "Something went wrong on our side");

  private final int status;
  private final String type;
  private final String title;

  Refusal(int status, String type, String title) {
    this.status = status;
    this.type = type;
    this.title = title;
  }

  /// The refusal that says what this status says.
  static Refusal of(int status) {
    return switch (status) {
      case 401 -> CERTIFICATE_REQUIRED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 413 -> CONTENT_TOO_LARGE;
      case 503 -> TOO_BUSY;
      default -> status >= 400 && status < 500 ? BAD_REQUEST : INTERNAL;
    };
  }

  int status() {
    return status;
  }

  String type() {
    return "urn:cims:problem:" + type;
  }

  String title() {
    return title;
  }

  /// What went wrong and what to do, for a machine.
  String detail() {
    return switch (this) {
      case BAD_REQUEST -> "Look at the request's parameters; OpenID Connect says which are needed.";
      case CERTIFICATE_REQUIRED ->
          "Present the client certificate that you are registered with, in the TLS handshake.";
      case FORBIDDEN -> "Nothing can be changed about it by asking again.";
      case NOT_FOUND ->
          "Here are " + Doors.TOKEN + ", " + Doors.REVOKE + " and " + Doors.KEYS + ".";
      case METHOD_NOT_ALLOWED -> "The header Allow names the methods of this address.";
      case LOGIN_LOST -> "Begin the login again.";
      case CONTENT_TOO_LARGE -> "Send less.";
      case TOO_BUSY -> "Try again in a minute.";
      case INTERNAL -> "It is in our log. Try again later.";
    };
  }

  /// The key of its texts for a browser.
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
