// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

/// The number of a care provider in Vektis' AGB register: eight digits, leading zeros count.
public record Agb(String value) {

  /// The FHIR naming system of this number.
  public static final String SYSTEM = "http://fhir.nl/fhir/NamingSystem/agb-z";

  /// @throws InvalidValue if it has not eight digits
  public Agb {
    if (!value.matches("\\d{8}")) {
      throw new InvalidValue("an AGB code has eight digits");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
