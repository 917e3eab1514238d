// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import nl.cims.vocabulary.Sex;

/// How a person was described. Empty strings stand for what was never said.
///
/// @param given first names
/// @param infix prefix of the surname
/// @param surname without the infix
/// @param birthDate `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
/// @param sex administrative sex
public record PersonDetails(String given, String infix, String surname, String birthDate, Sex sex) {

  @Override
  public String toString() {
    return "PersonDetails[hidden]";
  }
}
