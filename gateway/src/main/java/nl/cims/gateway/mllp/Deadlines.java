// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.mllp;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Closes what takes too long. A timeout on reading would not do: whoever sends a byte now and then
/// would hold a connection for ever, and so would who does not take his answer.
final class Deadlines implements AutoCloseable {

  private final ScheduledThreadPoolExecutor watch =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("mllp-deadlines").factory());

  Deadlines() {
    watch.setRemoveOnCancelPolicy(true);
  }

  /// Closes it after this time, unless that is cancelled before.
  Future<?> close(Closeable late, Duration after) {
    return watch.schedule(() -> closeNow(late), after.toMillis(), TimeUnit.MILLISECONDS);
  }

  static void closeNow(Closeable something) {
    try {
      something.close();
    } catch (IOException alreadyGone) {
      // It is gone, which is what was wanted.
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
