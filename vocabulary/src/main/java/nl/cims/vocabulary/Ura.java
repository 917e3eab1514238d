// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

/// The number of a care organisation in the UZI register (URA): eight digits, leading zeros count.
public record Ura(String value) {

  /// The FHIR naming system of this number.
  public static final String SYSTEM = "http://fhir.nl/fhir/NamingSystem/ura";

  /// @throws InvalidValue if it has not eight digits
  public Ura {
    if (!value.matches("\\d{8}")) {
      throw new InvalidValue("a URA has eight digits");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
