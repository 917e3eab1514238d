// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

/// HL7 v2: whatever comes in is understood, or refused with reasons.
public final class Hl7Fuzz {

  private Hl7Fuzz() {}

  /// One request.
  public static void fuzzerTestOneInput(byte[] data) {
    Fixtures.MESSAGES.open(data);
    if (Fixtures.MESSAGES.read(data) instanceof Reading.Rejected rejected
        && (rejected.findings().isEmpty()
            || rejected.findings().stream().anyMatch(it -> it.advice().isBlank()))) {
      throw new IllegalStateException("refused without a reason");
    }
  }
}
