// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.Outcome.Receipt;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import org.jspecify.annotations.Nullable;

/// A report as the inbox keeps it.
///
/// @param id of the report
/// @param key by what it is known
/// @param dose the id of the vaccination in the register
/// @param channel over which it came
/// @param intention what it asks
/// @param stated when its source stated it, or else when it arrived
/// @param fate what became of it
/// @param reasons why it waits; empty if it does not
/// @param message where its bytes are; null if nothing that identifies may be kept
/// @param receivedAt when it was committed
record Report(
    UUID id,
    Key key,
    UUID dose,
    Party.Channel channel,
    Intention intention,
    Instant stated,
    Fate fate,
    List<Reason> reasons,
    @Nullable UUID message,
    Instant receivedAt) {

  /// By what a report is known.
  ///
  /// @param vaccination keyed index of source and identifier: 32 bytes
  /// @param content keyed index of what it says: 32 bytes
  record Key(byte[] vaccination, byte[] content) {}

  /// What became of a report.
  enum Fate {
    /// It counted when it came, and holds until a later statement does.
    RECORDED,
    /// A later statement of its source held when it came, or came while it waited.
    SUPERSEDED,
    /// It waits for the report that it corrects or withdraws.
    PARKED,
    /// It waits until what is wrong with it is repaired.
    QUARANTINED
  }

  Rank rank() {
    return new Rank(intention, stated, key.content());
  }

  boolean waits() {
    return fate == Fate.PARKED || fate == Fate.QUARANTINED;
  }

  Receipt receipt() {
    return new Receipt(dose, id, receivedAt, message == null);
  }

  /// The answer to it when it comes for the first time.
  Outcome outcome() {
    return waits() ? new Outcome.Quarantined(receipt(), reasons) : new Outcome.Recorded(receipt());
  }

  /// The answer to it when it comes again: the same, and whether something else holds by now.
  ///
  /// @param holds the report that holds, if any does
  Outcome again(@Nullable UUID holds) {
    return waits()
        ? new Outcome.Quarantined(receipt(), reasons)
        : new Outcome.Duplicate(receipt(), !id.equals(holds));
  }

  Report became(Fate other, List<Reason> why) {
    return new Report(id, key, dose, channel, intention, stated, other, why, message, receivedAt);
  }
}
