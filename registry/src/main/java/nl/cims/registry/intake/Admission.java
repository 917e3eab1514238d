// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Lets in as much at one moment as there is room for, and of one source never more than half of
/// that, so that none of them shuts the others out. Of these some have a transaction of their own,
/// fewer than there are database connections. Who does not get in within a second is told to come
/// back.
@Component
class Admission {

  private final Duration patience;
  private final int perSource;
  private final Semaphore all;
  private final Semaphore alone;
  private final Map<String, Semaphore> bySource = new ConcurrentHashMap<>();

  Admission(IntakeSettings settings) {
    this.patience = settings.patience();
    this.perSource = Math.max(1, settings.atOnce() / 2);
    this.all = new Semaphore(settings.atOnce(), true);
    this.alone = new Semaphore(settings.transactions(), true);
  }

  /// Does this for a source when there is room.
  ///
  /// @throws IntakeBusy if there was none in time
  <T> T admit(String source, Supplier<T> work) {
    Semaphore own = bySource.computeIfAbsent(source, id -> new Semaphore(perSource, true));
    enter(own);
    try {
      enter(all);
      try {
        return work.get();
      } finally {
        all.release();
      }
    } finally {
      own.release();
    }
  }

  /// Does this in a transaction of its own when there may be one more.
  ///
  /// @throws IntakeBusy if there was none in time
  <T> T alone(Supplier<T> work) {
    enter(alone);
    try {
      return work.get();
    } finally {
      alone.release();
    }
  }

  private void enter(Semaphore room) {
    try {
      if (!room.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IntakeBusy();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IntakeBusy();
    }
  }
}
