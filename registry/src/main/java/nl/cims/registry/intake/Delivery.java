// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
    this(sender, message, receivedAt, everybodyAgreed(reports) ? newId() : null);
  }

  private Delivery(
      Sender sender, ReceivedMessage message, Instant receivedAt, @Nullable UUID whole) {
    this.sender = sender;
    this.message = message;
    this.receivedAt = receivedAt;
    this.whole = whole;
  }

  /// A message that reports one vaccination.
  static Delivery of(Sender sender, Single single, Instant receivedAt) {
    return new Delivery(sender, single.message(), List.of(single.report()), receivedAt);
  }

  /// Reports that share a transaction and nothing else: of each is kept what it says itself.
  static Delivery separate(Sender sender, Instant receivedAt) {
    return new Delivery(sender, new ReceivedMessage("", new byte[0]), receivedAt, null);
  }

  private static boolean everybodyAgreed(List<ReportedVaccination> reports) {
    return reports.stream().allMatch(it -> it.sharing() == Sharing.AGREED);
  }

  /// Begins anew, after what was written was undone.
  void forget() {
    kept.clear();
    entries.clear();
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
      kept.computeIfAbsent(
          place,
          id -> id.equals(whole) ? message : new ReceivedMessage(CANONICAL, report.content()));
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

  /// Writes what was noted of these.
  static void flush(Collection<Delivery> deliveries, Inbox inbox, Ledger ledger) {
    List<Inbox.Kept> kept = deliveries.stream().flatMap(Delivery::kept).toList();
    if (!kept.isEmpty()) {
      inbox.keep(kept);
    }
    ledger.enter(deliveries.stream().flatMap(it -> it.entries.values().stream()).toList());
  }

  private Stream<Inbox.Kept> kept() {
    return kept.entrySet().stream()
        .map(it -> new Inbox.Kept(it.getKey(), sender.source(), it.getValue(), receivedAt));
  }
}
