// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.List;

/// FHIR in JSON and XML, alone and in a Bundle: whatever comes in is understood, or refused with
/// reasons.
public final class FhirFuzz {

  private FhirFuzz() {}

  /// One request.
  public static void fuzzerTestOneInput(byte[] data) {
    FhirFormat format = data.length > 0 && data[0] == '<' ? FhirFormat.XML : FhirFormat.JSON;
    check(Fixtures.MESSAGES.create(data, format));
    check(Fixtures.MESSAGES.bundle(data, format));
  }

  private static void check(Reading reading) {
    switch (reading) {
      case Reading.Rejected(List<Finding> findings) -> explained(findings);
      case Reading.Several(boolean atomic, List<Reading.Part> parts) ->
          parts.forEach(
              part -> {
                if (part instanceof Reading.Part.Rejected(List<Finding> findings)) {
                  explained(findings);
                }
              });
      case Reading.Understood understood -> {
        // As it should be.
      }
    }
  }

  private static void explained(List<Finding> findings) {
    if (findings.isEmpty() || findings.stream().anyMatch(it -> it.advice().isBlank())) {
      throw new IllegalStateException("refused without a reason");
    }
  }
}
