// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Gathers reports that arrive at the same moment, so that they are written in one transaction: a
/// commit costs more than a report. Nobody waits for company. Who finds a free place writes at
/// once, his own report and all that came while the places were taken; the others wait for him
/// (`docs/adr/0014-messages-are-written-together.md`).
final class Gathering<R> {

  private final int places;
  private final int most;
  private final Function<List<R>, Set<R>> write;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Ticket> queue = new ArrayDeque<>();
  private int taken;

  /// @param places how many transactions at the same moment
  /// @param most how many reports in one of them
  /// @param write writes reports in a transaction that is committed when it returns, and says which
  ///   of them it wrote
  Gathering(int places, int most, Function<List<R>, Set<R>> write) {
    this.places = places;
    this.most = most;
    this.write = write;
  }

  /// Writes a report together with others.
  ///
  /// @return whether it is committed; if not, nothing of it is written, and it goes its own way
  boolean write(R report) {
    Ticket own = queue(report);
    for (List<Ticket> turn = turn(own); !turn.isEmpty(); turn = turn(own)) {
      write(turn);
    }
    return own.written;
  }

  /// How many wait for a place.
  int queued() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  private Ticket queue(R report) {
    Ticket ticket = new Ticket(report);
    lock.lock();
    try {
      queue.add(ticket);
    } finally {
      lock.unlock();
    }
    return ticket;
  }

  /// Waits until it is dealt with, or until there is a place while it still queues.
  ///
  /// @return what its thread is to write now; empty if it is dealt with
  private List<Ticket> turn(Ticket own) {
    lock.lock();
    try {
      while (own.queued ? taken == places : !own.dealtWith) {
        changed.awaitUninterruptibly();
      }
      return own.dealtWith ? List.of() : take();
    } finally {
      lock.unlock();
    }
  }

  private List<Ticket> take() {
    taken++;
    List<Ticket> next = new ArrayList<>();
    while (next.size() < most && !queue.isEmpty()) {
      Ticket ticket = queue.remove();
      ticket.queued = false;
      next.add(ticket);
    }
    return next;
  }

  private void write(List<Ticket> tickets) {
    Set<R> written = Set.of();
    try {
      written = write.apply(tickets.stream().map(it -> it.report).toList());
    } catch (RuntimeException undone) {
      // One of them, or the database: it shows when each goes its own way.
    } finally {
      dealWith(tickets, written);
    }
  }

  private void dealWith(List<Ticket> tickets, Set<R> written) {
    lock.lock();
    try {
      taken--;
      for (Ticket ticket : tickets) {
        ticket.written = written.contains(ticket.report);
        ticket.dealtWith = true;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// A report that waits. Guarded by the lock.
  private final class Ticket {
    private final R report;
    private boolean queued = true;
    private boolean dealtWith;
    private boolean written;

    Ticket(R report) {
      this.report = report;
    }
  }
}
