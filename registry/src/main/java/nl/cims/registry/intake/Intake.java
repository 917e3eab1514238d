// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.cims.registry.intake.Ledger.Account;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
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
  private final TransactionTemplate transaction;
  private final Clock clock;

  Intake(
      Registration registration,
      Inbox inbox,
      Ledger ledger,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.registration = registration;
    this.inbox = inbox;
    this.ledger = ledger;
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
  @Retryable(
      includes = PessimisticLockingFailureException.class,
      maxRetries = 4,
      delay = 20,
      jitter = 20)
  public List<Outcome> accept(
      Sender sender, ReceivedMessage message, List<ReportedVaccination> reports) {
    Delivery delivery = new Delivery(sender, message, reports, now());
    List<Outcome> outcomes = transaction.execute(status -> register(delivery, reports, status));
    if (outcomes.stream().anyMatch(Outcome.Refused.class::isInstance)) {
      unreadable(sender, outcomes.size());
    }
    return outcomes;
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
