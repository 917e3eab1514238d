// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Test;

/// Rows get their place as fast as they are written, beside looks at dossiers. Two seconds as a
/// rule; `-Dlog.seconds=60` measures.
class ThroughputIT {

  private static final int SECONDS = Integer.getInteger("log.seconds", 2);
  private static final int AT_ONCE = 20;

  private final RegistryProcess registry = RegistryProcess.running();
  private final WrittenLog log = new WrittenLog();

  @Test
  void rowsGetTheirPlaceAsFastAsTheyAreWritten() throws InterruptedException, ExecutionException {
    log.settle();
    long before = placed();
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(SECONDS);
    AtomicLong looks = new AtomicLong();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        all.add(threads.submit(() -> write(end)));
        all.add(threads.submit(() -> look(end, looks)));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    long inTime = placed() - before;
    log.settle();
    long all = placed() - before;
    System.out.printf(
        "%d rows written in %.1f s (%.0f a second), %d of them placed by then; %d looks at dossiers beside%n",
        all, seconds, all / seconds, inTime, looks.get());
    assertThat(inTime).isPositive();
    if (SECONDS >= 10) {
      assertThat(all / seconds).isGreaterThan(1_000);
      assertThat(inTime).isGreaterThan(all * 9 / 10);
    }
  }

  private void write(long end) {
    Bsn bsn = TestNumbers.fresh();
    while (System.nanoTime() < end) {
      log.write(AT_ONCE, bsn);
    }
  }

  private void look(long end, AtomicLong looks) {
    HttpClient client = registry.clientAs("gateway");
    String token = registry.tokens().citizen(TestNumbers.fresh().reveal());
    while (System.nanoTime() < end) {
      registry.send(
          client,
          HttpRequest.newBuilder(registry.address(DossierView.PATH))
              .header("Authorization", "Bearer " + token));
      looks.incrementAndGet();
    }
  }

  private long placed() {
    return registry
        .superuser()
        .sql("SELECT coalesce(max(seq) + 1, 0) FROM accesslog.entry")
        .query(Long.class)
        .single();
  }
}
