// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends processes by their pid, first politely.
final class Signals {

  private Signals() {}

  /// SIGINT, which Java cannot send itself: PostgreSQL's fast shutdown.
  static void interrupt(ProcessHandle process) {
    try {
      await(new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().toHandle());
    } catch (IOException noKill) {
      throw new UncheckedIOException(noKill);
    }
  }

  /// Waits until it has ended, and ends it by force when the patience is over.
  static void awaitEnd(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooLong) {
      process.destroyForcibly();
      await(process);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("cannot wait for process " + process.pid(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(ProcessHandle process) {
    process.onExit().join();
  }
}
