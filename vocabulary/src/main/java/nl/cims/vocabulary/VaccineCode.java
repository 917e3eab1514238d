// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

/// A vaccine named in one code system. Whether the catalogue knows the code is not asked here.
///
/// @param system the code system
/// @param code 1 to 40 characters, no blanks
public record VaccineCode(CodeSystem system, String code) {

  /// @throws InvalidValue if the code has not that form
  public VaccineCode {
    if (!code.matches("\\S{1,40}")) {
      throw new InvalidValue("a vaccine code has 1 to 40 characters and no blanks");
    }
  }

  @Override
  public String toString() {
    return system + ":" + code;
  }
}
