// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.cims.registry.intake.Assessments.Assessment;
import nl.cims.registry.intake.Inbox.Reported;
import nl.cims.registry.intake.Ledger.Account;
import nl.cims.registry.intake.Outcome.Field;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.Outcome.Rule;
import nl.cims.registry.intake.Report.Fate;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.person.Person;
import nl.cims.registry.protection.ErasableKey;
import org.springframework.stereotype.Component;

/// Decides what becomes of one report, and writes it. Runs in the transaction of the whole message.
///
/// What holds of a vaccination is the report with the highest [Rank], whatever the order in which
/// its reports came: a correction that comes before its original is parked until that comes, and
/// one that comes after a later one is kept and changes nothing.
@Component
class Registration {

  private static final List<Reason> WAITS_FOR_ORIGINAL =
      List.of(new Reason(Rule.ORIGINAL_UNKNOWN, Field.IDENTIFIER));

  private final Inbox inbox;
  private final Waiting waiting;
  private final Facts facts;
  private final Assessments assessments;
  private final Subjects subjects;

  Registration(
      Inbox inbox, Waiting waiting, Facts facts, Assessments assessments, Subjects subjects) {
    this.inbox = inbox;
    this.waiting = waiting;
    this.facts = facts;
    this.assessments = assessments;
    this.subjects = subjects;
  }

  /// All that can be known of a report before anything is read or written.
  Arrival arrival(Delivery delivery, ReportedVaccination said) {
    return new Arrival(
        delivery,
        said,
        subjects.vaccination(delivery.source(), said),
        assessments.of(delivery.source(), said, delivery.receivedAt()));
  }

  /// Decides about reports and writes them: those of new vaccinations together, all others one by
  /// one.
  ///
  /// @return one outcome per report, in the same order
  List<Outcome> register(List<Arrival> reports) {
    Set<Arrival> begun = begin(reports);
    return reports.stream()
        .map(one -> begun.contains(one) ? one.fresh().outcome() : later(one))
        .toList();
  }

  /// The usual case: writes those of these reports that are the first about their vaccination, in a
  /// handful of statements however many they are.
  ///
  /// @return those that were written; of the others nothing is
  Set<Arrival> begin(List<Arrival> reports) {
    subjects.learn(reports);
    Map<ByteBuffer, Arrival> first = new LinkedHashMap<>();
    for (Arrival one : reports) {
      if (one.said().intention() == Intention.RECORD && one.mayBeKept()) {
        first.putIfAbsent(ByteBuffer.wrap(one.vaccination()), one);
      }
    }
    if (first.isEmpty()) {
      return Set.of();
    }
    Set<UUID> claimed = inbox.claim(List.copyOf(first.values()));
    List<Arrival> begun =
        first.values().stream().filter(one -> claimed.contains(one.fresh().id())).toList();
    begun.forEach(one -> keep(one, one.fresh()));
    List<Arrival> believed =
        begun.stream().filter(one -> one.fresh().fate() == Fate.RECORDED).toList();
    if (!believed.isEmpty()) {
      facts.begin(believed);
    }
    return Set.copyOf(begun);
  }

  /// What can be told of a report without looking at what is registered.
  List<Reason> foreseeable(String source, ReportedVaccination said, Instant now) {
    return assessments.of(source, said, now).broken();
  }

  /// Prepares for a message with several reports: two messages about the same people or
  /// vaccinations come one after the other.
  void queue(List<Arrival> reports) {
    Set<Long> keys = new TreeSet<>();
    for (Arrival one : reports) {
      keys.add(ByteBuffer.wrap(one.vaccination()).getLong());
      one.said()
          .person()
          .flatMap(ReportedPerson::bsn)
          .ifPresent(bsn -> keys.add(subjects.gate(bsn)));
    }
    inbox.queue(keys);
  }

  /// Takes up a report that waits: it counts if nothing is wrong with it any more.
  ///
  /// @return what became of it
  Report takeUp(Delivery delivery, Report report, Reported known) {
    ReportedVaccination said = waiting.read(report.id());
    Assessment assessment = assessments.of(delivery.source(), said, delivery.receivedAt());
    Report decided = decide(report, assessment.broken(), known);
    inbox.decide(decided);
    if (decided.fate() != Fate.QUARANTINED) {
      waiting.forget(report.id());
    }
    delivery.move(report, account(report.fate()), account(decided.fate()));
    if (decided.fate() == Fate.RECORDED) {
      hold(delivery, decided, new Statement(said, subjects.of(said), assessment));
    }
    return decided;
  }

  private Outcome later(Arrival one) {
    boolean opens = one.said().intention() == Intention.RECORD;
    if (opens && !one.mayBeKept()) {
      return inbox
          .lock(one.vaccination())
          .flatMap(known -> again(one, known))
          .orElseGet(() -> new Outcome.Refused(one.assessment().broken()));
    }
    if (!opens && !one.mayBeKept() && inbox.lock(one.vaccination()).isEmpty()) {
      return new Outcome.Refused(one.assessment().broken());
    }
    Reported known = inbox.name(one.delivery().source(), one.vaccination());
    Optional<Outcome> before = again(one, known);
    if (before.isPresent()) {
      return before.get();
    }
    if (opens && known.isOpened()) {
      return one.isCut() ? incomparable(one, known) : refused(Rule.OTHER_CONTENT);
    }
    return opens || known.isOpened() ? add(one, known) : park(one, known);
  }

  private static Optional<Outcome> again(Arrival one, Reported known) {
    Optional<Report> before = known.saying(one.content());
    before.ifPresent(report -> one.delivery().count(Account.DUPLICATE));
    return before.map(report -> report.again(known.holder()));
  }

  /// Of somebody who was cut off nothing is left to compare with: it is taken for a repetition.
  private static Outcome incomparable(Arrival one, Reported known) {
    one.delivery().count(Account.DUPLICATE);
    return known.opening().again(known.holder());
  }

  private Outcome park(Arrival one, Reported known) {
    if (!one.mayBeKept()) {
      return new Outcome.Refused(one.assessment().broken());
    }
    Report report = one.report(known.dose(), Fate.PARKED, WAITS_FOR_ORIGINAL);
    inbox.add(report);
    keep(one, report);
    return report.outcome();
  }

  private Outcome add(Arrival one, Reported known) {
    if (!one.mayBeKept()) {
      return new Outcome.Refused(one.assessment().broken());
    }
    Report report =
        decide(
            one.report(known.dose(), Fate.RECORDED, List.of()), one.assessment().broken(), known);
    if (report.fate() == Fate.SUPERSEDED && isTooLate(report, known)) {
      return refused(Rule.ALREADY_WITHDRAWN);
    }
    inbox.add(report);
    keep(one, report);
    if (report.fate() == Fate.RECORDED) {
      hold(one.delivery(), report, new Statement(one.said(), one.subject(), one.assessment()));
    }
    if (report.intention() == Intention.RECORD) {
      takeUpParked(one.delivery(), report);
    }
    return report.outcome();
  }

  /// What was parked until this report came, in the order in which it was stated.
  private void takeUpParked(Delivery delivery, Report opened) {
    byte[] vaccination = opened.key().vaccination();
    for (Report parked : known(vaccination).waiting(Fate.PARKED)) {
      takeUp(delivery, parked, known(vaccination));
    }
  }

  private Reported known(byte[] vaccination) {
    return inbox
        .lock(vaccination)
        .orElseThrow(() -> new IllegalStateException("a vaccination that was locked is gone"));
  }

  /// This report holds now: the fact follows it, and what waited of lower rank waits in vain.
  private void hold(Delivery delivery, Report report, Statement made) {
    inbox.holds(report);
    facts.follow(report, made.said, made.subject, made.assessment.product(), delivery.source());
    for (Report vain : known(report.key().vaccination()).waiting(Fate.QUARANTINED)) {
      if (vain.rank().compareTo(report.rank()) < 0) {
        inbox.decide(vain.became(Fate.SUPERSEDED, List.of()));
        waiting.forget(vain.id());
        delivery.move(vain, Account.QUARANTINED, Account.APPLIED);
      }
    }
  }

  private static Report decide(Report report, List<Reason> broken, Reported known) {
    if (!broken.isEmpty()) {
      return report.became(Fate.QUARANTINED, broken);
    }
    boolean holds =
        known.holding().filter(other -> other.rank().compareTo(report.rank()) > 0).isEmpty();
    return report.became(holds ? Fate.RECORDED : Fate.SUPERSEDED, List.of());
  }

  /// Whether the source corrects what it had withdrawn before: then it has to know.
  private static boolean isTooLate(Report report, Reported known) {
    return known
        .holding()
        .filter(other -> other.rank().isWithdrawal() && other.stated().isBefore(report.stated()))
        .isPresent();
  }

  private void keep(Arrival one, Report report) {
    one.delivery().count(account(report.fate()));
    Optional<ErasableKey> key = one.subject().flatMap(Person::key);
    if (report.message() != null && key.isPresent()) {
      one.delivery().keep(report.message(), one.said(), key.get());
    }
    if (report.waits()) {
      waiting.keep(report.id(), one.said(), key);
    }
  }

  private static Outcome refused(Rule rule) {
    return new Outcome.Refused(List.of(new Reason(rule, Field.IDENTIFIER)));
  }

  private static Account account(Fate fate) {
    return switch (fate) {
      case RECORDED, SUPERSEDED -> Account.APPLIED;
      case PARKED -> Account.PARKED;
      case QUARANTINED -> Account.QUARANTINED;
    };
  }

  /// What a source says, about whom, and what was found of it.
  private record Statement(
      ReportedVaccination said, Optional<Person> subject, Assessment assessment) {}
}
