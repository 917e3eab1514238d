// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.time.Instant;
import java.util.Optional;
import nl.cims.registry.intake.IntakeBusy;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// The coupling with CoronIT: one step at a time, whose outcome is noted. Nothing that happens in a
/// step comes out of it as an exception.
final class Coupling {

  private final Pull pull;
  private final Comparison comparison;
  private final Couplings couplings;
  private final Condition condition;
  private final Door door;
  private volatile boolean begun;

  Coupling(Pull pull, Comparison comparison, Couplings couplings, Condition condition, Door door) {
    this.pull = pull;
    this.comparison = comparison;
    this.couplings = couplings;
    this.condition = condition;
    this.door = door;
  }

  /// What became of a step.
  enum Step {
    MORE,
    UP_TO_DATE,
    FAILED
  }

  /// Pulls one page.
  Step pull(int rows) {
    return step(() -> {
          Page page = pull.page(rows);
          condition.pulled(page.isLast());
          return page.more() ? Step.MORE : Step.UP_TO_DATE;
        })
        .orElse(Step.FAILED);
  }

  /// Does the comparison, if it is due and nobody else does it.
  ///
  /// @param retryAt when to try again if it comes to nothing
  /// @param next when to do it again
  void compareIfDue(Instant now, Instant retryAt, Instant next) {
    step(
        () -> {
          if (couplings.claimComparison(now, retryAt)) {
            condition.compared(comparison.run());
            couplings.compared(next);
          }
          return Step.UP_TO_DATE;
        });
  }

  /// Something to do.
  private interface Work {
    Step run();
  }

  private Optional<Step> step(Work work) {
    try {
      if (!begun) {
        condition.begin();
        begun = true;
      }
      if (door.isOpen()) {
        return Optional.of(work.run());
      }
      condition.become(
          State.SOURCE_UNKNOWN,
          "the party '%s' is not registered for channel CORONIT, or switched off"
              .formatted(door.source()));
    } catch (RuntimeException failed) {
      note(failed);
    }
    return Optional.empty();
  }

  private void note(RuntimeException failed) {
    try {
      switch (failed) {
        case ContractBroken it ->
            condition.become(State.CONTRACT_BROKEN, String.valueOf(it.getMessage()));
        case GgdsUnreachable it ->
            condition.become(State.UNREACHABLE, String.valueOf(it.getMessage()));
        case TooMuchGone it ->
            condition.become(State.TOO_MUCH_GONE, String.valueOf(it.getMessage()));
        case DataAccessException it -> condition.held(it);
        case TransactionException it -> condition.held(it);
        case IntakeBusy it -> condition.held(it);
        default -> condition.become(State.FAULT, "our fault: " + failed.getClass().getName());
      }
    } catch (DataAccessException | TransactionException away) {
      condition.held(away);
    }
  }
}
