// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.register;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import nl.cims.contracts.citizen.SourcesView;
import nl.cims.contracts.citizen.SourcesView.Source;

/// How fresh the register is. It is asked at most once a minute, however many people look: the
/// answer is about nobody.
final class Freshness {

  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final Duration OLD = Duration.ofMinutes(10);

  /// @param asked when the register was last asked
  /// @param said when it last answered
  private record Seen(Instant asked, Instant said, List<Source> sources) {}

  private final Clock clock;
  private final AtomicReference<Seen> last =
      new AtomicReference<>(new Seen(Instant.MIN, Instant.MIN, List.of()));

  Freshness(Clock clock) {
    this.clock = clock;
  }

  /// When each kind of party last reported; empty as long as the register has not said, or not for
  /// ten minutes.
  List<Source> sources(Supplier<Answer<SourcesView>> ask) {
    Seen seen = last.get();
    Instant now = clock.instant();
    Seen claimed = new Seen(now, seen.said(), seen.sources());
    // One asks; those who come meanwhile get the answer before.
    if (seen.asked().isBefore(now.minus(FRESH))
        && last.compareAndSet(seen, claimed)
        && ask.get() instanceof Answer.Given<SourcesView>(SourcesView view)) {
      last.set(new Seen(now, now, view.sources()));
    }
    Seen known = last.get();
    return known.said().isBefore(now.minus(OLD)) ? List.of() : known.sources();
  }
}
