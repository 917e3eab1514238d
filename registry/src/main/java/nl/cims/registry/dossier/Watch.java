// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.util.Optional;
import nl.cims.registry.person.Person;
import nl.cims.vocabulary.Bsn;

/// Watches over which people staff look up. [StaffSearch] asks it before it gives anything; by
/// which rules it watches is not the dossier's business.
public interface Watch {

  /// Takes note that somebody is looked up, in the transaction of the search. If it withholds, it
  /// keeps its note all the same, although the search is undone.
  ///
  /// @param person who was found; empty if the register knows nobody under the number
  /// @return why the employee gets nothing now; empty if he does
  Optional<Withheld> withholds(Visit visit, Errand errand, Bsn bsn, Optional<Person> person);
}
