// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import nl.cims.vocabulary.Bsn;

/// A message speaks of a person.
///
/// @param described how it describes him, if it does
/// @param on the day of the vaccination it is about; the description of the latest day holds
/// @param order decides between two descriptions of one day, whichever comes first: 32 bytes
public record Mention(Bsn bsn, Optional<PersonDetails> described, LocalDate on, byte[] order) {

  /// Whether this describes him, and later than that does.
  boolean overrules(LocalDate otherOn, byte[] otherOrder) {
    int byDay = on.compareTo(otherOn);
    return described.isPresent()
        && (byDay > 0 || (byDay == 0 && Arrays.compareUnsigned(order, otherOrder) > 0));
  }

  /// Of two about one person the one that holds.
  Mention orLater(Mention other) {
    return described.isEmpty() || other.overrules(on, order) ? other : this;
  }
}
