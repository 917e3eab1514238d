// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.citizen;

import nl.cims.vocabulary.Sex;

/// A citizen's own details. Empty strings stand for what was never reported.
///
/// @param givenNames first names
/// @param infix prefix of the surname, such as `van der`
/// @param surname surname without the infix
/// @param birthDate `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or empty
/// @param sex administrative sex
public record PersonView(
    String givenNames, String infix, String surname, String birthDate, Sex sex) {

  @Override
  public String toString() {
    return "PersonView[hidden]";
  }
}
