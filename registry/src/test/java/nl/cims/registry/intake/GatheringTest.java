// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Reports that come at the same moment are written together, each once, and none stays behind.
class GatheringTest {

  private final List<List<Integer>> written = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void end() {
    senders.close();
  }

  @Test
  void writesWhatCameMeanwhileAtOnce() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Gathering<Integer> gathering =
        new Gathering<>(
            1,
            64,
            some -> {
              first.countDown();
              await(go);
              return all(some);
            });
    List<Future<Boolean>> answers = new ArrayList<>(send(gathering, 0, 1));
    first.await();
    answers.addAll(send(gathering, 1, 21));
    while (gathering.queued() < 20) {
      Thread.onSpinWait();
    }
    go.countDown();
    assertThat(results(answers)).hasSize(21).containsOnly(true);
    assertThat(written).extracting(List::size).containsExactly(1, 20);
  }

  @Test
  void leavesNobodyBehindHoweverManyCome() throws Exception {
    AtomicInteger atOnce = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Gathering<Integer> gathering =
        new Gathering<>(
            2,
            3,
            some -> {
              most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
              Thread.yield();
              atOnce.decrementAndGet();
              return all(some);
            });
    assertThat(results(send(gathering, 0, 5_000))).hasSize(5_000).containsOnly(true);
    assertThat(written.stream().flatMap(List::stream).toList())
        .hasSize(5_000)
        .doesNotHaveDuplicates();
    assertThat(written).allMatch(some -> some.size() <= 3);
    assertThat(most.get()).isLessThanOrEqualTo(2);
  }

  @Test
  void saysOfEachWhetherItWasWritten() throws Exception {
    Gathering<Integer> gathering = new Gathering<>(1, 64, this::evenOnes);
    List<Boolean> answers = results(send(gathering, 0, 100));
    assertThat(IntStream.range(0, 100)).allMatch(i -> answers.get(i) == (i % 2 == 0));
  }

  @Test
  void goesOnAfterAFailure() throws Exception {
    AtomicInteger times = new AtomicInteger();
    Function<List<Integer>, Set<Integer>> failsOnce =
        some -> {
          if (times.getAndIncrement() == 0) {
            throw new IllegalStateException("the database is away");
          }
          return all(some);
        };
    Gathering<Integer> gathering = new Gathering<>(1, 64, failsOnce);
    assertThat(gathering.write(1)).isFalse();
    assertThat(gathering.write(1)).isTrue();
  }

  private Set<Integer> all(List<Integer> some) {
    written.add(some);
    return Set.copyOf(some);
  }

  private Set<Integer> evenOnes(List<Integer> some) {
    return Set.copyOf(some.stream().filter(each -> each % 2 == 0).toList());
  }

  private List<Future<Boolean>> send(Gathering<Integer> gathering, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(each -> senders.submit(() -> gathering.write(each)))
        .toList();
  }

  private static List<Boolean> results(List<Future<Boolean>> answers)
      throws InterruptedException, ExecutionException {
    List<Boolean> results = new ArrayList<>();
    for (Future<Boolean> answer : answers) {
      results.add(answer.get());
    }
    return results;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
