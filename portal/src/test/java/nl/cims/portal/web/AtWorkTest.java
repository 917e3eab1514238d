// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class AtWorkTest {

  @Test
  void hasNoMoreAtWorkThanThereArePlaces() throws InterruptedException {
    assertThat(mostAtOnce(3)).isEqualTo(3);
    assertThat(mostAtOnce(100)).as("the control: with places for all").isGreaterThan(3);
  }

  @Test
  void theLastToComeIsNext() throws InterruptedException {
    AtWork work = new AtWork(1);
    CountDownLatch all = new CountDownLatch(4);
    CountDownLatch come = new CountDownLatch(1);
    List<Integer> order = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < 4; i++) {
      int who = i;
      work.execute(
          () -> {
            await(come);
            order.add(who);
            all.countDown();
          });
    }
    come.countDown();
    all.await();
    assertThat(order).containsExactly(0, 3, 2, 1);
  }

  /// Virtual threads fail this: those that compute keep every processor until they are done.
  @Test
  void whoWakesFromWaitingIsNotKeptByThoseThatCompute() throws InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    AtWork work = new AtWork(processors + 1);
    CountDownLatch answer = new CountDownLatch(1);
    CountDownLatch computing = new CountDownLatch(processors);
    CountDownLatch woken = new CountDownLatch(1);
    CountDownLatch all = new CountDownLatch(processors);
    AtomicInteger inVain = new AtomicInteger();
    work.execute(
        () -> {
          await(answer);
          woken.countDown();
        });
    for (int i = 0; i < processors; i++) {
      work.execute(
          () -> {
            computing.countDown();
            long end = System.nanoTime() + 30_000_000_000L;
            while (woken.getCount() > 0 && System.nanoTime() < end) {
              Thread.onSpinWait();
            }
            inVain.addAndGet((int) woken.getCount());
            all.countDown();
          });
    }
    computing.await();
    answer.countDown();
    all.await();
    assertThat(inVain).as("computed to their end before he was woken").hasValue(0);
  }

  @Test
  void givesAPlaceFreeThoughTheRequestFailed() throws InterruptedException {
    AtWork work = new AtWork(1);
    CountDownLatch done = new CountDownLatch(1);
    work.execute(
        () -> {
          throw new IllegalStateException("planted");
        });
    work.execute(done::countDown);
    done.await();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static int mostAtOnce(int places) throws InterruptedException {
    AtWork work = new AtWork(places);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(50);
    for (int i = 0; i < 50; i++) {
      work.execute(
          () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            LockSupport.parkNanos(2_000_000);
            now.decrementAndGet();
            done.countDown();
          });
    }
    done.await();
    return most.get();
  }
}
