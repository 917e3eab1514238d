// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.cims.registry.intake.Ledger.Account;
import nl.cims.registry.intake.Outcome.Reason;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionCallback;
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

  private final Gathering<Arrival> gathering = new Gathering<>(2, 64, this::write);

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
  @Transactional(propagation = Propagation.NEVER)
  public List<Outcome> accept(
      Sender sender, ReceivedMessage message, List<ReportedVaccination> reports) {
    Delivery delivery = Delivery.of(sender, message, now());
    List<Arrival> arrivals = arrivals(delivery, reports);
    List<Outcome> outcomes =
        admission.admit(
            delivery.source(),
            () ->
                arrivals.size() == 1 && gathering.write(arrivals.getFirst())
                    ? List.of(arrivals.getFirst().fresh().outcome())
                    : inTransaction(delivery, status -> register(arrivals, status)));
    if (outcomes.stream().anyMatch(Outcome.Refused.class::isInstance)) {
      unreadable(sender, outcomes.size());
    }
    return outcomes;
  }

  /// Registers reports that came in one message but have nothing to do with each other: one that is
  /// refused takes no other along. When this returns, every outcome in the answer is committed.
  ///
  /// @param sender who sends them, and by which way
  /// @param message the bytes as they came
  /// @param reports in the order in which they are to count, none or more
  /// @param wholly whether all that the message says is in these reports; if not, only what was
  ///   said about each is kept with it
  /// @return one outcome per report, in the same order
  /// @throws IntakeBusy if there is no room; nothing is written then
  @Transactional(propagation = Propagation.NEVER)
  public List<Outcome> acceptEach(
      Sender sender, ReceivedMessage message, List<ReportedVaccination> reports, boolean wholly) {
    Delivery delivery =
        wholly ? Delivery.of(sender, message, now()) : Delivery.separate(sender, now());
    List<Arrival> arrivals = arrivals(delivery, reports);
    return admission.admit(
        delivery.source(), () -> inTransaction(delivery, status -> registerEach(arrivals)));
  }

  /// The same in the caller's transaction, so that what the caller notes about the outcomes is
  /// committed with them or not at all; the caller repeats it if the database breaks it off.
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Outcome> acceptEach(Sender sender, List<Single> singles) {
    Instant now = now();
    return registerEach(
        singles.stream()
            .map(it -> registration.arrival(Delivery.of(sender, it.message(), now), it.report()))
            .toList());
  }

  /// What would keep this report from counting, as far as that can be told without looking at what
  /// is registered. Writes nothing.
  public List<Reason> foreseeable(String source, ReportedVaccination report) {
    return registration.foreseeable(source, report, now());
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

  private List<Arrival> arrivals(Delivery delivery, List<ReportedVaccination> reports) {
    return reports.stream().map(report -> registration.arrival(delivery, report)).toList();
  }

  private List<Outcome> inTransaction(Delivery delivery, TransactionCallback<List<Outcome>> work) {
    return admission.alone(
        () ->
            retry.invoke(
                () ->
                    transaction.execute(
                        status -> {
                          delivery.forget();
                          return work.doInTransaction(status);
                        })));
  }

  /// Writes those of these that are the first about their vaccination.
  private Set<Arrival> write(List<Arrival> reports) {
    return transaction.execute(
        status -> {
          Set<Arrival> begun = registration.begin(reports);
          flush(begun);
          return begun;
        });
  }

  private List<Outcome> registerEach(List<Arrival> reports) {
    if (reports.isEmpty()) {
      return List.of();
    }
    registration.queue(reports);
    List<Outcome> outcomes = registration.register(reports);
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Refused) {
        reports.get(i).delivery().count(Account.REFUSED);
      }
    }
    flush(reports);
    return outcomes;
  }

  private List<Outcome> register(List<Arrival> reports, TransactionStatus status) {
    if (reports.size() > 1) {
      registration.queue(reports);
    }
    List<Outcome> outcomes = registration.register(reports);
    if (outcomes.stream().noneMatch(Outcome.Refused.class::isInstance)) {
      flush(reports);
      return outcomes;
    }
    status.setRollbackOnly();
    return outcomes.stream()
        .map(it -> it instanceof Outcome.Refused ? it : new Outcome.Refused(List.of()))
        .toList();
  }

  private void flush(Collection<Arrival> reports) {
    Set<Delivery> deliveries =
        reports.stream()
            .map(Arrival::delivery)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Delivery.flush(deliveries, inbox, ledger);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
