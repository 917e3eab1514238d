// SPDX-License-Identifier: EUPL-1.2
package nl.cims.simulators.coronit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import nl.cims.testkit.people.Report;

/// Several desks at work at the same time, each dose at one of them: they enter, correct, cancel
/// and restore, in transactions of which some take long and commit after many that began later, and
/// some are broken off. They stop by themselves.
public final class BusyDesks implements AutoCloseable {

  private final CoronitDatabase database;
  private final Supplier<Report> doses;
  private final String batchPrefix;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Future<Void>> running = new ArrayList<>();
  private final AtomicInteger corrections = new AtomicInteger();

  private BusyDesks(CoronitDatabase database, Supplier<Report> doses, String batchPrefix) {
    this.database = database;
    this.doses = doses;
    this.batchPrefix = batchPrefix;
  }

  /// Begins.
  ///
  /// @param doses gives a dose that was not entered yet; used by several at once
  /// @param batchPrefix with which the batches of corrections begin
  /// @param desks how many work
  /// @param transactions of each of them
  public static BusyDesks at(
      CoronitDatabase database,
      Supplier<Report> doses,
      String batchPrefix,
      int desks,
      int transactions) {
    BusyDesks busy = new BusyDesks(database, doses, batchPrefix);
    for (int desk = 0; desk < desks; desk++) {
      Random random = new Random(desk);
      busy.running.add(
          busy.workers.submit(
              () -> {
                busy.work(random, transactions);
                return null;
              }));
    }
    return busy;
  }

  /// Whether all have stopped.
  public boolean areDone() {
    return running.stream().allMatch(Future::isDone);
  }

  /// Waits until all have stopped.
  @Override
  public void close() {
    workers.close();
    for (Future<Void> each : running) {
      try {
        each.get();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } catch (ExecutionException failed) {
        throw new IllegalStateException("a desk failed", failed.getCause());
      }
    }
  }

  private void work(Random random, int transactions) throws SQLException {
    List<Long> own = new ArrayList<>();
    try (Connection connection = database.connect()) {
      Desk desk = new Desk(connection);
      for (int i = 0; i < transactions; i++) {
        List<Long> entered = new ArrayList<>();
        for (int change = 0; change <= random.nextInt(6); change++) {
          change(desk, random, own, entered);
        }
        if (random.nextInt(5) == 0) {
          LockSupport.parkNanos(random.nextInt(300) * 1_000_000L);
        }
        if (random.nextInt(8) == 0) {
          connection.rollback();
        } else {
          connection.commit();
          own.addAll(entered);
        }
      }
    }
  }

  private void change(Desk desk, Random random, List<Long> own, List<Long> entered)
      throws SQLException {
    if (own.isEmpty() || random.nextInt(3) == 0) {
      entered.add(desk.enter(doses.get()));
      return;
    }
    long dose = own.get(random.nextInt(own.size()));
    switch (random.nextInt(4)) {
      case 0 -> desk.cancel(dose);
      case 1 -> desk.restore(dose);
      default -> desk.correct(dose, batchPrefix + "K" + corrections.incrementAndGet());
    }
  }
}
