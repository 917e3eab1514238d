// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.util.Optional;
import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.PersonName;
import nl.cims.vocabulary.Sex;

/// A person as a message describes him.
///
/// @param bsn the number by which he is identified; empty only if the dose is sent anonymously
/// @param name his name, if sent
/// @param birthDate his birth date, if sent
/// @param sex as sent, else unknown
public record ReportedPerson(
    Optional<Bsn> bsn, Optional<PersonName> name, Optional<PartialDate> birthDate, Sex sex) {
  @Override
  public String toString() {
    return "ReportedPerson[hidden]";
  }
}
