// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Has so many requests at work at one moment and no more. The others wait without a thread or a
/// buffer: a crowd takes time, never the memory.
///
/// Whoever came last is next. Were it the first, everybody would wait as long as the whole crowd,
/// and who has a session open would be lost in it; so those who come in one moment make each other
/// wait. The price: as long as more come than can be answered, the first of them waits longest. The
/// turn for a login is another thing; that queue is in the order of coming.
///
/// Each has a thread of the system, which gives whoever wakes from waiting a processor before those
/// that compute. A virtual thread goes to the end of their line each time: a page that waits for
/// the gateway would wait for all that are at work, at every step.
final class AtWork implements Executor {

  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("request-", 0).factory());
  private final Lock lock = new ReentrantLock();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int free;

  /// @param places how many at one moment
  AtWork(int places) {
    this.free = places;
  }

  @Override
  public void execute(Runnable request) {
    lock.lock();
    try {
      if (free == 0) {
        waiting.push(request);
        return;
      }
      free--;
    } finally {
      lock.unlock();
    }
    begin(request);
  }

  private void begin(Runnable request) {
    threads.execute(
        () -> {
          try {
            request.run();
          } finally {
            next().ifPresent(this::begin);
          }
        });
  }

  /// Who takes the place that has come free; nobody, if nobody waits.
  private Optional<Runnable> next() {
    lock.lock();
    try {
      Optional<Runnable> next = Optional.ofNullable(waiting.poll());
      if (next.isEmpty()) {
        free++;
      }
      return next;
    } finally {
      lock.unlock();
    }
  }
}
