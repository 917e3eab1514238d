// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.problem;

/// Everything that can go wrong at one of our HTTP interfaces, and nothing else: each constant is
/// one `type` of an RFC 9457 problem document with its status and title. The detail says what,
/// where and what to do.
public enum ProblemType {
  MALFORMED_REQUEST(400, "The request is not well-formed"),
  CERTIFICATE_REQUIRED(401, "A client certificate is required"),
  TOKEN_REQUIRED(401, "An access token is required"),
  TOKEN_INVALID(401, "The access token is not valid"),
  TOKEN_NOT_BOUND(401, "The access token is not bound to the client certificate"),
  LOGIN_TOO_OLD(401, "A new login is needed for this"),
  SCOPE_MISSING(403, "The access token does not allow this"),
  ASSURANCE_TOO_LOW(403, "The login level is too low for health data"),
  SOURCE_UNKNOWN(403, "The sender is not a registered party"),
  FORBIDDEN(403, "This is not allowed"),
  NOT_FOUND(404, "There is nothing at this address"),
  METHOD_NOT_ALLOWED(405, "This method is not offered here"),
  NOT_ACCEPTABLE(406, "The asked format is not offered"),
  CONFLICT(409, "This contradicts what is registered"),
  CONTENT_TOO_LARGE(413, "The message is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The format of the message is not supported"),
  UNPROCESSABLE(422, "The message cannot be processed"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL(500, "Something went wrong on our side"),
  UPSTREAM_UNAVAILABLE(503, "A part of the system is not reachable");

  /// The media type of a problem document.
  public static final String MEDIA_TYPE = "application/problem+json";

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /// The `type` member, such as `urn:cims:problem:token-invalid`.
  public String uri() {
    return "urn:cims:problem:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// The title, the same for every occurrence.
  public String title() {
    return title;
  }
}
