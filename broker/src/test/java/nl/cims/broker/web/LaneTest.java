// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How many a lane lets on it, who waits, and who is sent away.
@Timeout(20)
class LaneTest {

  private static final int WIDTH = 3;
  private static final Duration LONG = Duration.ofSeconds(10);

  private final CountDownLatch open = new CountDownLatch(1);
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void everybodyGoesHome() {
    open.countDown();
    people.close();
  }

  @Test
  void neverHasMoreOnItThanItIsWide() throws Exception {
    Lane lane = new Lane(WIDTH, LONG);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Boolean>> all = new ArrayList<>();
    for (int person = 0; person < 500; person++) {
      all.add(
          people.submit(
              () ->
                  lane.through(
                      () -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.yield();
                        inside.decrementAndGet();
                      })));
    }
    for (Future<Boolean> each : all) {
      assertThat(each.get()).as("everybody gets through in the end").isTrue();
    }
    assertThat(most).hasValueBetween(1, WIDTH);
  }

  @Test
  void sendsAwayWhoFindsItFullForLongerThanHeMayWait() throws Exception {
    Lane lane = new Lane(WIDTH, Duration.ofMillis(50));
    filled(lane, WIDTH);
    AtomicInteger done = new AtomicInteger();

    long began = System.nanoTime();
    assertThat(lane.through(done::incrementAndGet)).isFalse();

    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(Duration.ofMillis(49), Duration.ofSeconds(5));
    assertThat(done).as("and does nothing for him").hasValue(0);
  }

  @Test
  void letsOneInBesideOneFewerThanItIsWide() throws Exception {
    Lane lane = new Lane(WIDTH, Duration.ZERO);
    filled(lane, WIDTH - 1);

    assertThat(lane.through(() -> {})).isTrue();
  }

  @Test
  void takesThoseWhoWaitInTheOrderInWhichTheyCame() throws Exception {
    Lane lane = new Lane(1, LONG);
    filled(lane, 1);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    List<Thread> waiting = new ArrayList<>();
    for (int place = 0; place < 5; place++) {
      int own = place;
      Thread thread = Thread.ofVirtual().start(() -> passed(lane, () -> order.add(own)));
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      waiting.add(thread);
    }

    open.countDown();
    for (Thread thread : waiting) {
      thread.join();
    }
    assertThat(order).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void isFreeAgainAfterSomebodyFailedOnIt() throws Exception {
    Lane lane = new Lane(1, Duration.ZERO);
    for (Exception failure :
        List.of(new IOException(), new ServletException(), new IllegalStateException())) {
      assertThatThrownBy(
              () ->
                  lane.through(
                      () -> {
                        switch (failure) {
                          case IOException broken -> throw broken;
                          case ServletException wrong -> throw wrong;
                          default -> throw (RuntimeException) failure;
                        }
                      }))
          .isSameAs(failure);
    }
    assertThat(lane.through(() -> {})).isTrue();
  }

  @Test
  void doesNotLetThroughWhoIsInterruptedWhileHeWaits() throws Exception {
    Lane lane = new Lane(1, LONG);
    filled(lane, 1);
    Thread.currentThread().interrupt();

    assertThat(lane.through(() -> {})).isFalse();
    assertThat(Thread.interrupted()).as("he is still interrupted").isTrue();
  }

  /// Puts so many on it, who stay until it opens.
  private void filled(Lane lane, int many) throws InterruptedException {
    CountDownLatch on = new CountDownLatch(many);
    for (int person = 0; person < many; person++) {
      people.submit(
          () ->
              lane.through(
                  () -> {
                    on.countDown();
                    await(open);
                  }));
    }
    assertThat(on.await(60, TimeUnit.SECONDS)).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static void passed(Lane lane, Runnable what) {
    try {
      lane.through(what::run);
    } catch (IOException | ServletException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
