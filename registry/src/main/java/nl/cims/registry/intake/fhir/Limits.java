// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

/// How much one message may hold. Far beyond what any real message has, and low enough that a
/// hostile one costs little.
final class Limits {

  /// Levels of nesting; a Dutch vaccination in a Bundle has about twelve.
  static final int DEPTH = 60;

  /// Elements in one message; a vaccination with its patient has about a hundred.
  static final int ELEMENTS = 250_000;

  /// Different properties in one JSON object; the widest FHIR type used here has about forty.
  static final int PROPERTIES = 120;

  private int elements;

  /// @throws Unreadable if this one is too many
  void count() {
    elements++;
    if (elements > ELEMENTS) {
      throw new Unreadable(
          "too-costly", "the message has more than 250000 elements; send it in several messages");
    }
  }

  private Limits() {}

  static Limits ofOneMessage() {
    return new Limits();
  }
}
