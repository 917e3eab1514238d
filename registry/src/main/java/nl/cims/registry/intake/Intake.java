// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import nl.cims.registry.intake.Outcome.Reason;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The one door for everything that vaccinating parties report.
@Service
public class Intake {

  private final Registration registration;
  private final Inbox inbox;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Intake(
      Registration registration,
      Inbox inbox,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.registration = registration;
    this.inbox = inbox;
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
    return transaction.execute(status -> register(delivery, reports, status));
  }

  private List<Outcome> register(
      Delivery delivery, List<ReportedVaccination> reports, TransactionStatus status) {
    List<Outcome> outcomes =
        reports.stream().map(report -> registration.register(delivery, report)).toList();
    if (outcomes.stream().noneMatch(Outcome.Refused.class::isInstance)) {
      delivery.flush(inbox);
      return outcomes;
    }
    status.setRollbackOnly();
    return outcomes.stream()
        .map(it -> it instanceof Outcome.Refused ? it : new Outcome.Refused(List.of()))
        .toList();
  }

  /// Registers reports that came together but have nothing to do with each other: one that is
  /// refused takes no other along. Joins the caller's transaction, so that what the caller notes
  /// about the outcomes is committed with them or not at all; the caller repeats it if the database
  /// breaks it off.
  ///
  /// @param sender who sends them, and by which way
  /// @param reports each with the bytes in which it came, in the order in which they are to count
  /// @return one outcome per report, in the same order
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Outcome> acceptEach(Sender sender, List<Alone> reports) {
    Instant receivedAt = now();
    List<Outcome> outcomes = new ArrayList<>(reports.size());
    for (Alone one : reports) {
      Delivery delivery = new Delivery(sender, one.message(), List.of(one.report()), receivedAt);
      outcomes.add(registration.register(delivery, one.report()));
      delivery.flush(inbox);
    }
    return outcomes;
  }

  /// A report with the bytes in which it came, and nothing else in them.
  public record Alone(ReceivedMessage message, ReportedVaccination report) {}

  /// What would keep this report from counting, as far as that can be told without looking at what
  /// is registered. Writes nothing.
  public List<Reason> foreseeable(ReportedVaccination report) {
    return registration.foreseeable(report, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Counts reports that their channel could not read or could not take, so that they were never
  /// handed to [#accept]. Nothing else is kept of them.
  ///
  /// @param reports how many, at least one
  public void unreadable(Sender sender, int reports) {}

  /// Counts reports that were received and safely kept, to be handed to [#accept] later by a sender
  /// that is [Sender#announced]. Joins the caller's transaction, in which they are kept.
  ///
  /// @param reports how many, at least one
  public void announce(Sender sender, int reports) {}
}
