// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

/// The body is no JSON or XML that FHIR could be in, or more of it than a message can have; reading
/// stopped there. The message never repeats what was read.
final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /// @param code FHIR's issue type
  /// @param advice what is wrong and where, without a value
  Unreadable(String code, String advice) {
    super(advice, null, false, false);
    this.code = code;
  }

  Finding finding() {
    return new Finding(Finding.Kind.MALFORMED, code, -1, "", String.valueOf(getMessage()));
  }
}
