// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was received and does not count yet: in quarantine because something is wrong with it, or
/// parked because it came before what it is about. Nothing here blocks anything else.
@Service
public class Quarantine {

  private static final Mark BEGIN = new Mark(Instant.EPOCH, new UUID(0, 0));
  private static final int AT_ONCE = 500;

  private final Registration registration;
  private final Inbox inbox;
  private final Ledger ledger;
  private final Waiting waiting;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Quarantine(
      Registration registration,
      Inbox inbox,
      Ledger ledger,
      Waiting waiting,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.registration = registration;
    this.inbox = inbox;
    this.ledger = ledger;
    this.waiting = waiting;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// A report that waits; nothing in it leads to a person.
  ///
  /// @param id of the report, which is on its sender's receipt
  /// @param source the party that sent it
  /// @param channel by which it came
  /// @param intention what it asks
  /// @param parked whether it waits for the vaccination that it corrects or withdraws, else for
  ///   repair
  /// @param reasons why it waits
  /// @param receivedAt since when
  public record Item(
      UUID id,
      String source,
      Party.Channel channel,
      Intention intention,
      boolean parked,
      List<Reason> reasons,
      Instant receivedAt) {

    /// Where the list goes on after this one.
    public Mark mark() {
      return new Mark(receivedAt, id);
    }
  }

  /// A place in the list.
  ///
  /// @param receivedAt of the last one before it
  /// @param id of the last one before it
  public record Mark(Instant receivedAt, UUID id) {}

  /// What waits, oldest first.
  ///
  /// @param source of this source only
  /// @param after where an earlier list ended
  /// @param most how many at most
  public List<Item> list(Optional<String> source, Optional<Mark> after, int most) {
    return waiting.list(source.orElse(""), after.orElse(BEGIN), most);
  }

  /// The report with this id, if it waits; nothing in it leads to a person.
  public Optional<Item> find(UUID report) {
    return waiting.find(report);
  }

  /// Everything that a report says which waits, with the person. Does not log who looked: whoever
  /// shows it does, in the same transaction.
  public Optional<ReportedVaccination> open(UUID report) {
    return waiting.open(report);
  }

  /// Takes up one report again: it counts if nothing is wrong with it any more, for example because
  /// the catalogue has learned its vaccine.
  ///
  /// @return what holds of it now; empty if there is no such report
  public Optional<Outcome> redrive(UUID report) {
    return Optional.ofNullable(transaction.execute(status -> takeUp(report)));
  }

  /// Takes up everything in quarantine again, each report by itself.
  ///
  /// @param source of this source only
  /// @return how many count now
  public int redriveAll(Optional<String> source) {
    int taken = 0;
    List<Item> some = list(source, Optional.empty(), AT_ONCE);
    while (!some.isEmpty()) {
      List<Outcome> outcomes = new ArrayList<>();
      some.stream()
          .filter(item -> !item.parked())
          .forEach(item -> redrive(item.id()).ifPresent(outcomes::add));
      taken += (int) outcomes.stream().filter(it -> !(it instanceof Outcome.Quarantined)).count();
      some = list(source, Optional.of(some.getLast().mark()), AT_ONCE);
    }
    return taken;
  }

  private @Nullable Outcome takeUp(UUID id) {
    Inbox.Place place = inbox.placeOf(id).orElse(null);
    if (place == null) {
      return null;
    }
    Inbox.Reported known = inbox.lock(place.vaccination()).orElseThrow();
    Report report =
        known.lines().stream()
            .map(Inbox.Line::report)
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    if (report.fate() != Report.Fate.QUARANTINED) {
      return report.again(known.holder());
    }
    Delivery delivery =
        Delivery.again(
            place.source(), report.channel(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    Report decided = registration.takeUp(delivery, report, known);
    Delivery.flush(List.of(delivery), inbox, ledger);
    return decided.outcome();
  }
}
