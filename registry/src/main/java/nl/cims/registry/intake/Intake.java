// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.cims.registry.intake.Ledger.Account;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// The one door for everything that vaccinating parties report.
@Service
public class Intake {

  private final Registration registration;
  private final Inbox inbox;
  private final Ledger ledger;
  private final Admission admission;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /// Two messages may wait for each other; PostgreSQL then ends one of them, which begins anew.
  private final RetryTemplate retry =
      new RetryTemplate(
          RetryPolicy.builder()
              .includes(PessimisticLockingFailureException.class)
              .maxRetries(4)
              .delay(Duration.ofMillis(20))
              .jitter(Duration.ofMillis(20))
              .build());

  Intake(
      Registration registration,
      Inbox inbox,
      Ledger ledger,
      Admission admission,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.registration = registration;
    this.inbox = inbox;
    this.ledger = ledger;
    this.admission = admission;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /// Registers what a message reports, in one transaction: when this returns, every outcome in the
  /// answer is committed. If one of the reports is refused, nothing of the whole list is written;
  /// the others then come back as [Outcome.Refused] with no reasons of their own.
  ///
  /// @param sender who sends it, and by which way
  /// @param message the bytes as they came
  /// @param reports what the message says, at least one
  /// @return one outcome per report, in the same order
  /// @throws IntakeBusy if there is no room; nothing is written then
  public List<Outcome> accept(
      Sender sender, ReceivedMessage message, List<ReportedVaccination> reports) {
    return accept(new Delivery(sender, message, reports, now()), reports);
  }

  /// Registers reports that came in one message and have nothing to do with each other, each in a
  /// transaction of its own: what is refused takes nothing else with it. The bytes of the message
  /// are kept once, with the first report that is.
  ///
  /// @param wholly whether all that the message says is in these reports; if not, only what was
  ///   said about each is kept with it
  /// @return one outcome per report, in the same order
  public List<Outcome> acceptEach(
      Sender sender, ReceivedMessage message, List<ReportedVaccination> reports, boolean wholly) {
    UUID whole = wholly && Delivery.everybodyAgreed(reports) ? Delivery.newId() : null;
    return reports.stream()
        .map(
            report ->
                whole == null
                    ? accept(sender, Delivery.alone(report), List.of(report))
                    : accept(new Delivery(sender, message, whole, now()), List.of(report)))
        .map(List::getFirst)
        .toList();
  }

  /// Counts reports that their channel could not read or could not take, so that they were never
  /// handed to [#accept]. Nothing else is kept of them.
  ///
  /// @param reports how many, at least one
  public void unreadable(Sender sender, int reports) {
    Ledger.Entry entry = entry(sender).give(Account.REFUSED, reports);
    ledger.enter(sender.announced() ? entry.give(Account.PENDING, -reports) : entry);
  }

  /// Counts reports that were received and safely kept, to be handed to [#accept] later by a sender
  /// that is [Sender#announced]. Joins the caller's transaction, in which they are kept.
  ///
  /// @param reports how many, at least one
  public void announce(Sender sender, int reports) {
    ledger.enter(entry(sender).give(Account.PENDING, reports));
  }

  /// What came from every source over every channel, and what became of it.
  public List<Balance> balances() {
    return ledger.balances();
  }

  private Ledger.Entry entry(Sender sender) {
    return new Ledger.Entry(sender.source(), sender.channel(), now());
  }

  private List<Outcome> accept(Delivery delivery, List<ReportedVaccination> reports) {
    List<Outcome> outcomes =
        admission.admit(delivery.source(), () -> retry.invoke(() -> commit(delivery, reports)));
    if (outcomes.stream().anyMatch(Outcome.Refused.class::isInstance)) {
      unreadable(delivery.sender(), outcomes.size());
    }
    return outcomes;
  }

  private List<Outcome> commit(Delivery delivery, List<ReportedVaccination> reports) {
    return transaction.execute(
        status -> {
          delivery.forget();
          return register(delivery, reports, status);
        });
  }

  private List<Outcome> register(
      Delivery delivery, List<ReportedVaccination> reports, TransactionStatus status) {
    if (reports.size() > 1) {
      registration.queue(delivery.source(), reports);
    }
    List<Outcome> outcomes =
        reports.stream().map(report -> registration.register(delivery, report)).toList();
    if (outcomes.stream().noneMatch(Outcome.Refused.class::isInstance)) {
      delivery.flush(inbox, ledger);
      return outcomes;
    }
    status.setRollbackOnly();
    return outcomes.stream()
        .map(it -> it instanceof Outcome.Refused ? it : new Outcome.Refused(List.of()))
        .toList();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
