// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

/// Reads coded concepts the way a person would name them.
final class Concepts {

  private static final String LATERALITY =
      "http://nictiz.nl/fhir/StructureDefinition/ext-AnatomicalLocation.Laterality";

  private Concepts() {}

  /// The text of a concept, else how its first coding is displayed, else that coding's code; with
  /// the side of the body behind it where a Dutch body site has one.
  static String label(Element concept) {
    String label = concept.text("text");
    if (label.isEmpty()) {
      label = concept.first("coding").map(Concepts::codingLabel).orElse("");
    }
    String side =
        concept
            .extension(LATERALITY)
            .flatMap(extension -> extension.first("valueCodeableConcept"))
            .map(Concepts::label)
            .orElse("");
    return side.isEmpty() ? label : label + " (" + side + ")";
  }

  /// Whether one of its codings is this one.
  static boolean has(Element concept, String system, String code) {
    return concept.all("coding").stream()
        .anyMatch(it -> it.text("system").equals(system) && it.text("code").equals(code));
  }

  private static String codingLabel(Element coding) {
    String display = coding.text("display");
    return display.isEmpty() ? coding.text("code") : display;
  }
}
