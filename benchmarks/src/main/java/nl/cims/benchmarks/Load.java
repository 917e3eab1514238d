// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/// A closed loop: every worker does its work again and again, each on a thread of its own, for a
/// bounded time and a bounded number of times.
final class Load {

  private static final long MOST_TIMES = 5_000_000;
  private static final long LONGEST_MICROS = Duration.ofSeconds(60).toNanos() / 1_000;
  private static final long PAUSE_AFTER_AN_ERROR = Duration.ofMillis(5).toNanos();

  private Load() {}

  /// What one thread saw in the measured time.
  private static final class Tally {
    final Histogram micros = new Histogram(LONGEST_MICROS, 3);
    long errors;
  }

  /// Runs them all, first for the warm-up, which is forgotten, then to be measured.
  static Figures of(List<? extends Worker> workers, Duration warmup, Duration measured)
      throws InterruptedException {
    long begin = System.nanoTime() + warmup.toNanos();
    long end = begin + measured.toNanos();
    List<Tally> tallies = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (Worker worker : workers) {
      Tally tally = new Tally();
      tallies.add(tally);
      long share = MOST_TIMES / workers.size();
      threads.add(Thread.ofPlatform().start(() -> loop(worker, tally, begin, end, share)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Histogram all = new Histogram(LONGEST_MICROS, 3);
    long errors = 0;
    for (Tally tally : tallies) {
      all.add(tally.micros);
      errors += tally.errors;
    }
    return Figures.of(all, errors, measured);
  }

  private static void loop(Worker worker, Tally tally, long begin, long end, long most) {
    long start = System.nanoTime();
    for (long times = 0; times < most && start < end; times++) {
      boolean well = attempt(worker);
      long done = System.nanoTime();
      if (start >= begin && done <= end) {
        if (well) {
          tally.micros.recordValue(Math.min(LONGEST_MICROS, (done - start) / 1_000));
        } else {
          tally.errors++;
        }
      }
      if (!well) {
        LockSupport.parkNanos(PAUSE_AFTER_AN_ERROR);
      }
      start = System.nanoTime();
    }
  }

  private static boolean attempt(Worker worker) {
    try {
      return worker.once();
    } catch (IOException failed) {
      return false;
    }
  }
}
