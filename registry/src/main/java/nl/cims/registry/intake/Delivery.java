// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Ledger.Account;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import org.jspecify.annotations.Nullable;

/// One message on its way in: what of its bytes may be kept, and what becomes of its reports. Kept
/// are all its bytes if everybody in it agreed to share; else, for those who did, what was said
/// about them; nothing about who did not.
final class Delivery {

  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  /// The media type of what was said about one vaccination, where the bytes as sent may not be
  /// kept.
  static final String CANONICAL = "application/vnd.cims.canonical";

  private final Sender sender;
  private final ReceivedMessage message;
  private final Instant receivedAt;
  private final @Nullable UUID whole;
  private final Map<UUID, ReceivedMessage> kept = new LinkedHashMap<>();
  private final Map<Party.Channel, Ledger.Entry> entries = new EnumMap<>(Party.Channel.class);

  Delivery(
      Sender sender,
      ReceivedMessage message,
      List<ReportedVaccination> reports,
      Instant receivedAt) {
    this.sender = sender;
    this.message = message;
    this.receivedAt = receivedAt;
    this.whole = everybodyAgreed(reports) ? newId() : null;
  }

  /// A part of a message in which everybody agreed.
  ///
  /// @param whole under which id the message is kept, with whichever part comes first
  Delivery(Sender sender, ReceivedMessage message, UUID whole, Instant receivedAt) {
    this.sender = sender;
    this.message = message;
    this.receivedAt = receivedAt;
    this.whole = whole;
  }

  static boolean everybodyAgreed(List<ReportedVaccination> reports) {
    return reports.stream().allMatch(it -> it.sharing() == Sharing.AGREED);
  }

  /// What was said about one vaccination, without what was said about others beside it.
  static ReceivedMessage alone(ReportedVaccination report) {
    return new ReceivedMessage(CANONICAL, report.content());
  }

  /// Begins anew, after what was written was undone.
  void forget() {
    kept.clear();
    entries.clear();
  }

  Sender sender() {
    return sender;
  }

  /// Nothing new comes in: what waits is taken up again.
  static Delivery again(String source, Party.Channel channel, Instant at) {
    return new Delivery(
        Sender.of(source, channel), new ReceivedMessage("", new byte[0]), List.of(), at);
  }

  String source() {
    return sender.source();
  }

  Party.Channel channel() {
    return sender.channel();
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
      kept.computeIfAbsent(place, id -> id.equals(whole) ? message : alone(report));
    }
  }

  /// Accounts for a report of this delivery.
  void count(Account account) {
    Ledger.Entry entry = entry(sender.channel()).give(account, 1);
    if (sender.announced()) {
      entry.give(Account.PENDING, -1);
    }
  }

  /// Accounts for a report that waited, and does so no longer.
  void move(Report report, Account from, Account to) {
    entry(report.channel()).move(from, to);
  }

  private Ledger.Entry entry(Party.Channel channel) {
    return entries.computeIfAbsent(
        channel, each -> new Ledger.Entry(sender.source(), each, receivedAt));
  }

  /// Writes what was noted.
  void flush(Inbox inbox, Ledger ledger) {
    kept.forEach((id, bytes) -> inbox.keep(id, sender.source(), bytes, receivedAt));
    entries.values().stream().filter(entry -> !entry.isEmpty()).forEach(ledger::enter);
  }
}
