// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.util.List;
import java.util.Optional;
import nl.cims.registry.immunisation.Vaccination;
import nl.cims.registry.person.PersonDetails;

/// What the register knows of somebody. Of whom it knows nothing, this is empty: it looks the same
/// whether he was not vaccinated, gave no consent, or opted out.
///
/// @param person who he is, as last described
/// @param vaccinations his doses, newest first
record History(Optional<PersonDetails> person, List<Vaccination> vaccinations) {

  @Override
  public String toString() {
    return "History[hidden]";
  }
}
