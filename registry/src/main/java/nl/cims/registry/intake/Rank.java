// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import nl.cims.registry.intake.ReportedVaccination.Intention;

/// Which of two reports about one vaccination holds: the greater. It depends on nothing but the
/// reports themselves, so that any order of arrival ends in the same state. A withdrawal is final;
/// a correction goes before what it corrects; of two corrections the one stated later holds, and of
/// two stated at one moment the same one always.
///
/// @param intention what the report asks for
/// @param stated when its source stated it
/// @param content keyed index of what it says
record Rank(Intention intention, Instant stated, byte[] content) implements Comparable<Rank> {

  private static final Comparator<Rank> ORDER =
      Comparator.comparing(Rank::intention)
          .thenComparing(Rank::stated)
          .thenComparing(Rank::content, Arrays::compareUnsigned);

  @Override
  public int compareTo(Rank other) {
    return ORDER.compare(this, other);
  }

  boolean isWithdrawal() {
    return intention == Intention.WITHDRAW;
  }
}
