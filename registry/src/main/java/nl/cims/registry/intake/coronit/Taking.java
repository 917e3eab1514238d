// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.cims.registry.intake.IntakeBusy;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Outcome.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes rows into the register. What intake is told and what is remembered of it are committed
/// together, so that a row that was taken is left alone when it is read again, whenever we were
/// ended. Rows go together for speed; if one of them is refused or does harm, each goes alone.
final class Taking {

  private static final Logger LOG = LoggerFactory.getLogger(Taking.class);
  private static final int TOGETHER = 100;
  private static final int MOST_ATTEMPTS = 10;

  private final Door door;
  private final Marks marks;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Meters meters;

  Taking(Door door, Marks marks, TransactionTemplate transaction, Clock clock, Meters meters) {
    this.door = door;
    this.marks = marks;
    this.transaction = transaction;
    this.clock = clock;
    this.meters = meters;
  }

  /// Takes rows that were just read. The caller has the [Turn].
  void take(List<Row> rows) {
    Map<Long, Mark> before = marks.of(rows);
    carryOut(
        rows.stream()
            .flatMap(
                row ->
                    Decision.about(row, Optional.ofNullable(before.get(row.id())), clock.instant())
                        .stream())
            .toList());
  }

  /// Withdraws rows that are no longer there. The caller has the [Turn].
  void withdraw(Collection<Mark> vanished) {
    carryOut(vanished.stream().map(mark -> Decision.vanished(mark, clock.instant())).toList());
  }

  private void carryOut(List<Decision> decisions) {
    for (int from = 0; from < decisions.size(); from += TOGETHER) {
      List<Decision> some = decisions.subList(from, Math.min(from + TOGETHER, decisions.size()));
      if (!together(some)) {
        some.forEach(this::alone);
      }
    }
  }

  private boolean together(List<Decision> decisions) {
    try {
      return attempt(decisions).isEmpty();
    } catch (RuntimeException failed) {
      // Which of them it was shows when each goes alone.
      return false;
    }
  }

  private void alone(Decision decision) {
    try {
      Decision said = decision;
      Optional<List<Reason>> refusal = attempt(List.of(said));
      for (int again = 0; refusal.isPresent() && again < MOST_ATTEMPTS; again++) {
        Decision.Tell refused = (Decision.Tell) said;
        Optional<Statement> other = refused.statement().insteadOf(refusal.get());
        said =
            other.isPresent()
                ? refused.as(other.get())
                : new Decision.Remember(refused.ifRefused(Problems.of(refusal.get())));
        refusal = attempt(List.of(said));
      }
    } catch (RuntimeException failed) {
      if (isPassing(failed)) {
        throw failed;
      }
      setAside(decision, failed);
    }
  }

  /// Carries all of these out in one transaction, or none of them.
  ///
  /// @return why intake refused one of them; empty if all is committed
  private Optional<List<Reason>> attempt(List<Decision> decisions) {
    List<Mark> after = new ArrayList<>();
    Optional<List<Reason>> refusal =
        transaction.execute(
            status -> {
              Optional<List<Reason>> refused = tell(only(Decision.Tell.class, decisions), after);
              if (refused.isPresent()) {
                status.setRollbackOnly();
                return refused;
              }
              only(Decision.Remember.class, decisions)
                  .forEach(it -> after.add(remember(it.mark())));
              marks.save(after);
              return refused;
            });
    if (refusal.isEmpty()) {
      meters.taken(after);
    }
    return refusal;
  }

  private static <D extends Decision> List<D> only(Class<D> kind, List<Decision> decisions) {
    return decisions.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Tells intake, and adds what is to be remembered of it.
  ///
  /// @return why intake refused one of them, if it did
  private Optional<List<Reason>> tell(List<Decision.Tell> rows, List<Mark> after) {
    List<Outcome> outcomes = door.tell(rows);
    for (int i = 0; i < rows.size(); i++) {
      Outcome outcome = insisting(rows.get(i), outcomes.get(i));
      if (outcome instanceof Outcome.Refused(List<Reason> reasons)) {
        return Optional.of(reasons);
      }
      after.add(rows.get(i).then().problems(Problems.of(outcome)));
    }
    return Optional.empty();
  }

  /// Says it anew if the row went back to a state that intake has left.
  private Outcome insisting(Decision.Tell row, Outcome first) {
    Decision.Tell told = row;
    Outcome outcome = first;
    for (int again = 0; told.isUnheard(outcome) && again < MOST_ATTEMPTS; again++) {
      told = told.as(told.statement().anew());
      outcome = door.tell(List.of(told)).getFirst();
    }
    return outcome;
  }

  private Mark remember(Mark mark) {
    if (!mark.problems().isEmpty()) {
      door.passOver();
    }
    return mark;
  }

  /// Whether it is worth to try the same later: our database was away or busy, intake had no room,
  /// or we are ending.
  private static boolean isPassing(RuntimeException failed) {
    return failed instanceof TransactionException
        || failed instanceof IntakeBusy
        || (failed instanceof DataAccessException
            && !(failed instanceof DataIntegrityViolationException));
  }

  /// A row that we cannot handle waits for us, and no other waits for it.
  private void setAside(Decision decision, RuntimeException failed) {
    StackTraceElement[] trace = failed.getStackTrace();
    LOG.error(
        "a row of CoronIT was set aside: {} at {}",
        failed.getClass().getName(),
        trace.length == 0 ? "?" : trace[0]);
    Mark mark =
        switch (decision) {
          case Decision.Remember(Mark remembered) -> remembered;
          case Decision.Tell tell -> tell.ifRefused(Problems.fault());
        };
    attempt(List.of(new Decision.Remember(mark)));
  }
}
