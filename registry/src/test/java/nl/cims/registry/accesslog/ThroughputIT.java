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

  private static final String BACKLOG =
      """
      INSERT INTO accesslog.entry (id, %1$s, leaf)
      SELECT gen_random_uuid(), %1$s, sha256(leaf || int4send(number))
      FROM (SELECT * FROM accesslog.entry WHERE seq = 0) AS any_row, generate_series(1, 10000) AS number
      """
          .formatted(Column.LIST.substring("id, ".length()));

  private static final String AS_THE_SEQUENCER =
      """
      SELECT set_config('session_replication_role', 'origin', true), set_config('enable_hashjoin', 'off', true),
        set_config('enable_mergejoin', 'off', true), set_config('enable_seqscan', 'off', true)
      """;

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

  /// The sequencer alone, with triggers on: what it can take beside whatever writes the rows.
  @Test
  void aBacklogGetsItsPlaceAtAThousandRowsASecondAndMore() {
    log.write(1, TestNumbers.fresh());
    log.settle();
    WrittenLog.undone(
        jdbc -> {
          jdbc.sql(BACKLOG).update();
          jdbc.sql(AS_THE_SEQUENCER).query((row, n) -> row.getString(1)).single();
          long start = System.nanoTime();
          int rows = 0;
          for (int more = Sequencer.place(jdbc); more > 0; more = Sequencer.place(jdbc)) {
            rows += more;
          }
          double rate = rows * 1e9 / (System.nanoTime() - start);
          System.out.printf("%d rows got their place, %.0f a second%n", rows, rate);
          assertThat(rows).isGreaterThanOrEqualTo(10_000);
          assertThat(rate).isGreaterThan(1_000);
        });
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
