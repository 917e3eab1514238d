// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Takes up waiting rows one portion after another, as long as the process runs. Other processes of
/// ours may do the same at the same time: each file is with one of them.
@Component
class Worker implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private static final int MOST_PAUSES = 60;

  private final Uptake uptake;
  private final Drop drop;
  private final DropResults results;
  private final CsvSettings settings;
  private final Care care = new Care();
  private @Nullable Thread thread;
  private CountDownLatch stopped = new CountDownLatch(0);

  Worker(Uptake uptake, Drop drop, DropResults results, CsvSettings settings) {
    this.uptake = uptake;
    this.drop = drop;
    this.results = results;
    this.settings = settings;
  }

  @Override
  public synchronized void start() {
    CountDownLatch stop = new CountDownLatch(1);
    stopped = stop;
    thread = Thread.ofPlatform().name("csv-worker").daemon().start(() -> work(stop));
  }

  /// Returns when the portion at hand is finished.
  @Override
  public synchronized void stop() {
    stopped.countDown();
    Thread running = thread;
    thread = null;
    try {
      if (running != null) {
        running.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return thread != null;
  }

  private void work(CountDownLatch stop) {
    try {
      boolean found = true;
      while (!stop.await(found ? 0 : settings.pause().toMillis(), TimeUnit.MILLISECONDS)) {
        found = once();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// @return whether there may be more to do at once
  private boolean once() {
    boolean rows = attempt(this::rows);
    boolean files = attempt(drop::next);
    boolean told = attempt(results::next);
    return rows || files || told;
  }

  private boolean rows() {
    try {
      return uptake.next(care);
    } catch (TransactionException | DataAccessResourceFailureException away) {
      throw away;
    } catch (RuntimeException failure) {
      report(failure);
      return goOnElsewhere();
    }
  }

  /// The file on which we failed comes back the later the more often we did.
  private boolean goOnElsewhere() {
    Optional<UUID> file = care.file();
    int failures = Math.min(care.failed(), MOST_PAUSES);
    file.ifPresent(it -> uptake.postpone(it, settings.pause().multipliedBy(failures)));
    return file.isPresent();
  }

  private static boolean attempt(BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (TransactionException | DataAccessResourceFailureException away) {
      LOG.error("the database does not answer: {}", away.getClass().getSimpleName());
    } catch (RuntimeException failure) {
      report(failure);
    }
    return false;
  }

  /// The message of a failure may hold a value of a row, so only its type and place are logged.
  private static void report(RuntimeException failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    LOG.error(
        "work on files failed: {} at {}",
        failure.getClass().getName(),
        trace.length == 0 ? "?" : trace[0]);
  }
}
