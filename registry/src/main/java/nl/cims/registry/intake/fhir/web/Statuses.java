// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir.web;

import java.util.List;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.fhir.Finding;
import nl.cims.registry.intake.fhir.Finding.Kind;
import org.springframework.http.HttpStatus;

/// Which HTTP status says what.
final class Statuses {

  private Statuses() {}

  static HttpStatus of(Outcome outcome, boolean update) {
    return switch (outcome) {
      case Outcome.Recorded recorded -> update ? HttpStatus.OK : HttpStatus.CREATED;
      case Outcome.Duplicate duplicate -> update ? HttpStatus.OK : HttpStatus.CREATED;
      case Outcome.Quarantined quarantined -> HttpStatus.ACCEPTED;
      case Outcome.Refused refused -> of(refused);
    };
  }

  /// The first reason decides.
  static HttpStatus of(Outcome.Refused refused) {
    return refused.reasons().stream()
        .findFirst()
        .map(reason -> of(reason.rule()))
        .orElse(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /// What cannot be read goes before what cannot be taken.
  static HttpStatus of(List<Finding> findings) {
    return findings.stream().anyMatch(it -> it.kind() == Kind.MALFORMED)
        ? HttpStatus.BAD_REQUEST
        : HttpStatus.UNPROCESSABLE_CONTENT;
  }

  private static HttpStatus of(Outcome.Rule rule) {
    return switch (rule) {
      case OTHER_CONTENT, ALREADY_WITHDRAWN -> HttpStatus.CONFLICT;
      case ORIGINAL_UNKNOWN -> HttpStatus.NOT_FOUND;
      case BEFORE_BIRTH, IN_FUTURE, VACCINE_UNKNOWN, NOT_AGREED -> HttpStatus.UNPROCESSABLE_CONTENT;
    };
  }
}
