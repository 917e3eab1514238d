// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.overview;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Work that keeps a core busy, a few at a time: whoever comes then waits a while for his turn, so
/// that the other pages stay quick.
final class Turns {

  private final Semaphore free;
  private final Duration patience;

  /// @param atOnce how many work at the same time
  /// @param patience how long somebody waits for his turn
  Turns(int atOnce, Duration patience) {
    this.free = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  /// What the work gives; empty, and nothing done, if no turn came in time.
  <T> Optional<T> take(Supplier<T> work) {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      free.release();
    }
  }
}
