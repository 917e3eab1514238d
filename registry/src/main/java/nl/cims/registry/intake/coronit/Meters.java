// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/// What can be watched from outside: `cims.coronit.rows` that were new or different, of these
/// `cims.coronit.problems` that could not be taken as they are, `cims.coronit.lag` (seconds since
/// everything that was there had been taken) and `cims.coronit.state` (1 for the state that holds,
/// 0 for the others).
final class Meters {

  private final MeterRegistry registry;
  private final AtomicReference<Instant> caughtUp;
  private final AtomicReference<State> state = new AtomicReference<>(State.WELL);

  Meters(MeterRegistry registry, Clock clock) {
    this.registry = registry;
    this.caughtUp = new AtomicReference<>(clock.instant());
    registry.gauge(
        "cims.coronit.lag",
        this,
        meters -> Duration.between(meters.caughtUp.get(), clock.instant()).toSeconds());
    for (State each : State.values()) {
      registry.gauge(
          "cims.coronit.state",
          Tags.of("state", each.name().toLowerCase(Locale.ROOT)),
          this,
          meters -> meters.state.get() == each ? 1 : 0);
    }
  }

  /// Counts rows that were new or different.
  void taken(List<Mark> marks) {
    registry.counter("cims.coronit.rows").increment(marks.size());
    long withProblems = marks.stream().filter(mark -> !mark.problems().isEmpty()).count();
    registry.counter("cims.coronit.problems").increment((double) withProblems);
  }

  void caughtUp(Instant at) {
    caughtUp.set(at);
  }

  void state(State now) {
    state.set(now);
  }
}
