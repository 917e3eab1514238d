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
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Ledger.Account;
import nl.cims.registry.person.Person;
import nl.cims.registry.protection.ErasableKey;
import org.jspecify.annotations.Nullable;

/// One message on its way in: what of its bytes may be kept, and what becomes of its reports. Kept
/// are all its bytes if it is about one person who shares; else, for those who do, what was said
/// about each, under the key of each; nothing about who does not.
final class Delivery {

  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  /// The media type of what was said about one vaccination, where the bytes as sent may not be
  /// kept.
  static final String CANONICAL = "application/vnd.cims.canonical";

  private final Sender sender;
  private final ReceivedMessage message;
  private final Instant receivedAt;
  private final boolean together;
  private @Nullable UUID whole;
  private final Map<UUID, Inbox.Kept> kept = new LinkedHashMap<>();
  private final Map<Party.Channel, Ledger.Entry> entries = new EnumMap<>(Party.Channel.class);

  /// @param together whether all that the message says is in its reports
  Delivery(Sender sender, ReceivedMessage message, boolean together, Instant receivedAt) {
    this.sender = sender;
    this.message = message;
    this.together = together;
    this.receivedAt = receivedAt;
  }

  /// A message of which all that it says is in its reports.
  static Delivery of(Sender sender, ReceivedMessage message, Instant receivedAt) {
    return new Delivery(sender, message, true, receivedAt);
  }

  /// Reports that share a transaction and nothing else: of each is kept what it says itself.
  static Delivery separate(Sender sender, Instant receivedAt) {
    return new Delivery(sender, new ReceivedMessage("", new byte[0]), false, receivedAt);
  }

  /// Learns whom its reports are about.
  ///
  /// @param people of each report; empty if it is not shared
  void isAbout(Collection<Optional<Person>> people) {
    boolean one =
        people.stream().map(it -> it.map(Person::id)).distinct().count() == 1
            && people.stream().allMatch(Optional::isPresent);
    whole = together && one ? newId() : null;
  }

  /// Begins anew, after what was written was undone.
  void forget() {
    kept.clear();
    entries.clear();
  }

  /// Nothing new comes in: what waits is taken up again.
  static Delivery again(String source, Party.Channel channel, Instant at) {
    return new Delivery(
        Sender.of(source, channel), new ReceivedMessage("", new byte[0]), false, at);
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

  /// Under which id the bytes of a report that is shared will be kept.
  UUID place() {
    return whole != null ? whole : newId();
  }

  /// Notes that the report was written and its bytes are to be kept at that place.
  ///
  /// @param key of the person it is about
  void keep(UUID place, ReportedVaccination report, ErasableKey key) {
    kept.computeIfAbsent(
        place,
        id ->
            new Inbox.Kept(
                id,
                sender.source(),
                id.equals(whole) ? message : new ReceivedMessage(CANONICAL, report.content()),
                receivedAt,
                key));
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
    List<Inbox.Kept> kept = deliveries.stream().flatMap(it -> it.kept.values().stream()).toList();
    if (!kept.isEmpty()) {
      inbox.keep(kept);
    }
    ledger.enter(deliveries.stream().flatMap(it -> it.entries.values().stream()).toList());
  }
}
