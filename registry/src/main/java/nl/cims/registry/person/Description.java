// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import java.time.LocalDate;
import java.util.Arrays;

/// How a message described a person, and when: the description of the latest day holds.
///
/// @param on the day of the vaccination that the message is about
/// @param order decides between two descriptions of one day, whichever comes first: 32 bytes
public record Description(PersonDetails details, LocalDate on, byte[] order) {

  boolean overrules(Description other) {
    int byDay = on.compareTo(other.on);
    return byDay > 0 || (byDay == 0 && Arrays.compareUnsigned(order, other.order) > 0);
  }

  /// Of two of one person the one that holds.
  Description orLater(Description other) {
    return other.overrules(this) ? other : this;
  }

  @Override
  public String toString() {
    return "Description[hidden]";
  }
}
