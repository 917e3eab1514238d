// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Instant;
import nl.cims.registry.access.Party;

/// What came from one source over one channel, and what became of it, in numbers of reports.
///
/// @param source the party, by its id
/// @param channel the way by which they came
/// @param received all that came in
/// @param applied what counted when it came or does now, also where a later statement holds
/// @param duplicate what had come before, with the same content
/// @param parked what waits for the report that it corrects or withdraws
/// @param quarantined what waits for repair
/// @param refused what its sender was told to repair, of which nothing is kept
/// @param pending what is kept and will be taken up
/// @param latest when something came in last
public record Balance(
    String source,
    Party.Channel channel,
    long received,
    long applied,
    long duplicate,
    long parked,
    long quarantined,
    long refused,
    long pending,
    Instant latest) {

  /// Whether everything that was received is accounted for.
  public boolean isConserved() {
    return unaccounted() == 0;
  }

  /// What was received and is in no account.
  long unaccounted() {
    return received - (applied + duplicate + parked + quarantined + refused + pending);
  }
}
