// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes how the coupling is, where staff and operators see it, and logs each change once.
final class Condition {

  private static final Logger LOG = LoggerFactory.getLogger(Condition.class);

  private static final Duration FIRST_COMPARISON = Duration.ofDays(1);

  private final Couplings couplings;
  private final Meters meters;
  private final Clock clock;

  Condition(Couplings couplings, Meters meters, Clock clock) {
    this.couplings = couplings;
    this.meters = meters;
    this.clock = clock;
  }

  /// Makes ready to note anything. The first comparison is due a day after the first start.
  void begin() {
    Instant now = clock.instant();
    couplings.prepare(now, now.plus(FIRST_COMPARISON));
  }

  /// The pull works.
  ///
  /// @param upToDate whether all that was changed has been taken
  void pulled(boolean upToDate) {
    if (couplings.recover(clock.instant())) {
      LOG.info("CoronIT: the pull works again");
    }
    meters.state(State.WELL);
    if (upToDate) {
      meters.caughtUp(clock.instant());
    }
  }

  /// The comparison found all well, or made it so.
  void compared(int differences) {
    if (couplings.become(State.WELL, "", clock.instant())) {
      LOG.info("CoronIT: the comparison is well again");
    }
    LOG.info("CoronIT: compared, {} buckets differed and were settled", differences);
  }

  /// Something is in the way.
  ///
  /// @param message for the operator, without personal data
  void become(State state, String message) {
    meters.state(state);
    if (couplings.become(state, message, clock.instant())) {
      if (state == State.UNREACHABLE) {
        LOG.warn("CoronIT: {}", message);
      } else {
        LOG.error("CoronIT: {}", message);
      }
    }
  }

  /// Our own database is away or busy; others tell that louder.
  void held(RuntimeException failed) {
    LOG.warn("CoronIT: the register is not ready: {}", failed.getClass().getSimpleName());
  }
}
