// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/// Lets pull and comparison run again and again, for as long as the registry runs.
final class Rounds implements SmartLifecycle {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Duration LOOK = Duration.ofSeconds(10);
  private static final Duration RETRY = Duration.ofHours(1);
  private static final Duration LAST_STEP = Duration.ofSeconds(10);

  private final Coupling coupling;
  private final CoronitSettings settings;
  private final Clock clock;
  private CountDownLatch end = new CountDownLatch(0);
  private List<Thread> threads = List.of();
  private Duration waited = Duration.ZERO;

  Rounds(Coupling coupling, CoronitSettings settings, Clock clock) {
    this.coupling = coupling;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    end = new CountDownLatch(1);
    threads = List.of(repeat("pull", end, this::pull), repeat("compare", end, this::compare));
  }

  /// Begins no further step and waits for those that are under way: a page, or a comparison.
  @Override
  public synchronized void stop() {
    end.countDown();
    try {
      for (Thread thread : threads) {
        thread.join(LAST_STEP);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    threads = List.of();
  }

  @Override
  public synchronized boolean isRunning() {
    return !threads.isEmpty();
  }

  /// @param step does something and says how long to wait
  private static Thread repeat(String name, CountDownLatch end, Supplier<Duration> step) {
    return Thread.ofVirtual()
        .name("coronit-" + name)
        .start(
            () -> {
              try {
                boolean ended = end.getCount() == 0;
                while (!ended) {
                  ended = end.await(step.get().toMillis(), TimeUnit.MILLISECONDS);
                }
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private Duration pull() {
    waited =
        switch (coupling.pull(settings.pace().rows())) {
          case MORE -> settings.pace().pause();
          case UP_TO_DATE -> settings.pace().interval();
          case FAILED -> longer(waited);
        };
    return waited;
  }

  private Duration longer(Duration before) {
    Duration twice = before.multipliedBy(2);
    Duration least = settings.pace().interval();
    return twice.compareTo(least) < 0
        ? least
        : twice.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : twice;
  }

  private Duration compare() {
    Instant now = clock.instant();
    coupling.compareIfDue(now, now.plus(RETRY), nextNight(now));
    return LOOK;
  }

  private Instant nextNight(Instant now) {
    ZonedDateTime today = now.atZone(AMSTERDAM).with(settings.reconciliation().at());
    return today.toInstant().isAfter(now) ? today.toInstant() : today.plusDays(1).toInstant();
  }
}
