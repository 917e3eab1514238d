// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import org.jspecify.annotations.Nullable;

/// One message on its way in, and what of its bytes may be kept: all of them if everybody in it
/// agreed to share; else, for those who did, what was said about them; nothing about who did not.
final class Delivery {

  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();
  private static final String CANONICAL = "application/vnd.cims.canonical";

  private final Sender sender;
  private final ReceivedMessage message;
  private final Instant receivedAt;
  private final @Nullable UUID whole;
  private final Map<UUID, ReceivedMessage> kept = new LinkedHashMap<>();

  Delivery(
      Sender sender,
      ReceivedMessage message,
      List<ReportedVaccination> reports,
      Instant receivedAt) {
    this.sender = sender;
    this.message = message;
    this.receivedAt = receivedAt;
    boolean everybodyAgreed = reports.stream().allMatch(it -> it.sharing() == Sharing.AGREED);
    this.whole = everybodyAgreed ? newId() : null;
  }

  String source() {
    return sender.source();
  }

  Instant receivedAt() {
    return receivedAt;
  }

  static UUID newId() {
    return IDS.generate();
  }

  /// Under which id the bytes of this report will be kept; null if they may not be.
  @Nullable UUID place(ReportedVaccination report) {
    return report.sharing() == Sharing.REFUSED ? null : whole != null ? whole : newId();
  }

  /// Notes that the report was written and its bytes are to be kept at that place.
  void keep(@Nullable UUID place, ReportedVaccination report) {
    if (place != null) {
      kept.computeIfAbsent(
          place,
          id -> id.equals(whole) ? message : new ReceivedMessage(CANONICAL, report.content()));
    }
  }

  /// Writes the bytes that were noted.
  void flush(Inbox inbox) {
    kept.forEach((id, bytes) -> inbox.keep(id, sender.source(), bytes, receivedAt));
  }
}
