// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import nl.cims.contracts.problem.ProblemType;

/// Which problem a status of the framework stands for, and what the caller can do about it.
final class ProblemTypes {

  private ProblemTypes() {}

  static ProblemType ofStatus(int status) {
    return switch (status) {
      case 400 -> ProblemType.MALFORMED_REQUEST;
      case 401 -> ProblemType.TOKEN_REQUIRED;
      case 403 -> ProblemType.FORBIDDEN;
      case 404 -> ProblemType.NOT_FOUND;
      case 405 -> ProblemType.METHOD_NOT_ALLOWED;
      case 406 -> ProblemType.NOT_ACCEPTABLE;
      case 413 -> ProblemType.CONTENT_TOO_LARGE;
      case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
      case 503 -> ProblemType.UPSTREAM_UNAVAILABLE;
      default -> status < 500 ? ProblemType.MALFORMED_REQUEST : ProblemType.INTERNAL;
    };
  }

  static String advice(ProblemType type) {
    return switch (type) {
      case NOT_FOUND ->
          "Nothing is offered at this address; see the interface description for the addresses.";
      case METHOD_NOT_ALLOWED -> "Use one of the methods in the Allow header.";
      case NOT_ACCEPTABLE -> "Ask for application/json.";
      case UNSUPPORTED_MEDIA_TYPE -> "Send one of the formats in the Accept header.";
      case CONTENT_TOO_LARGE -> "Split the message into smaller ones.";
      case MALFORMED_REQUEST ->
          "A parameter or the body has not the described form; compare it with the interface description.";
      case INTERNAL -> "The fault is on our side and was logged; try again later.";
      case UPSTREAM_UNAVAILABLE -> "Try again in some seconds.";
      default -> type.title() + ".";
    };
  }
}
