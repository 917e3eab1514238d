// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Party.Channel;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.csv.web.CsvParty;
import nl.cims.testkit.messages.CsvRows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Files while the process and its database connections end at any moment, and what the database
/// holds meanwhile.
class SurvivalIT {

  private static final int ROWS = Integer.getInteger("cims.csv.rows", 20_000);

  private final RegistryProcess registry = RegistryProcess.running();
  private final Worker worker = registry.bean(Worker.class);
  private final JdbcClient superuser = registry.superuser();
  private final CsvParty party = new CsvParty("zorghuis-west");
  private final String prefix = UUID.randomUUID().toString();

  @AfterEach
  void workOn() {
    if (!worker.isRunning()) {
      worker.start();
    }
  }

  @Test
  void everyRowIsRegisteredOnceHoweverOftenTheWorkIsCutOff() {
    long before = vaccinations();
    String upload = party.send(new CsvRows(prefix, ROWS));
    int cut = 0;
    while (cut < 20 && pending(upload) > 0) {
      cut += cutConnectionsInTheMiddle();
      if (cut % 5 == 4) {
        worker.stop();
        worker.start();
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    CsvParty.Done done = party.await(upload);

    assertThat(cut).as("connections that were cut in the middle of something").isPositive();
    assertThat(done.count("recorded")).isEqualTo(ROWS);
    assertThat(vaccinations() - before).isEqualTo(ROWS);
    assertThat(results(upload)).isEqualTo("%d rows from 2 to %d".formatted(ROWS, ROWS + 1));
    assertThat(chunks(upload)).isZero();
    assertNothingLostFromSightInTheLedger();
  }

  private void assertNothingLostFromSightInTheLedger() {
    assertThat(registry.bean(Intake.class).balances())
        .filteredOn(it -> it.channel() == Channel.CSV)
        .isNotEmpty()
        .allSatisfy(
            it -> {
              assertThat(it.pending()).isZero();
              assertThat(it.received())
                  .isEqualTo(
                      it.applied()
                          + it.duplicate()
                          + it.parked()
                          + it.quarantined()
                          + it.refused());
            });
  }

  @Test
  void neitherAWaitingFileNorItsResultHoldsAnythingInTheClear() {
    worker.stop();
    String bsn = TestNumbers.fresh().reveal();
    Sheet sheet = new Sheet().dose(prefix, bsn).dose(prefix, bsn, "sex", bsn);
    String upload = party.send(Sheet.utf8(sheet.text().replace("opmerking", bsn)));

    assertThat(chunks(upload)).isEqualTo(1);
    assertThat(everyRow()).anyMatch(row -> row.contains("zorghuis-west"));
    assertNothingInTheClear(bsn, "Kanariepiet", prefix);
    worker.start();
    party.await(upload);
    assertThat(chunks(upload)).isZero();
    assertNothingInTheClear(bsn, "Kanariepiet", prefix);
  }

  @Test
  void aChunkThatWeCannotOpenHarmsNoOtherPartysFile() {
    worker.stop();
    String damaged = party.send(new CsvRows(prefix, 10));
    registry
        .owner()
        .sql("UPDATE intake_csv.chunk SET body = body || '\\x00' WHERE upload = ?")
        .param(id(damaged))
        .update();
    worker.start();
    CsvParty other = new CsvParty("ziekenhuis-oost");

    CsvParty.Done done = other.await(other.send(new CsvRows(prefix, 10)));

    assertThat(done.count("recorded")).isEqualTo(10);
    assertThat(pending(damaged)).isEqualTo(10);
    worker.stop();
    registry
        .owner()
        .sql(
            "UPDATE intake_csv.chunk SET body = substr(body, 1, length(body) - 1) WHERE upload = ?")
        .param(id(damaged))
        .update();
    worker.start();
    assertThat(party.await(damaged).count("recorded")).isEqualTo(10);
  }

  private int cutConnectionsInTheMiddle() {
    return superuser
        .sql(
            """
            SELECT count(*) FROM (
              SELECT pg_terminate_backend(pid) FROM pg_stat_activity
              WHERE usename = 'registry_app' AND datname = current_database() AND xact_start IS NOT NULL
            ) AS cut
            """)
        .query(Integer.class)
        .single();
  }

  private int pending(String upload) {
    return registry
        .owner()
        .sql(
            "SELECT rows - recorded - duplicate - parked - quarantined - refused FROM intake_csv.upload WHERE id = ?")
        .param(id(upload))
        .query(Integer.class)
        .single();
  }

  private long vaccinations() {
    return registry
        .owner()
        .sql("SELECT count(*) FROM intake.vaccination WHERE source = 'zorghuis-west'")
        .query(Long.class)
        .single();
  }

  private String results(String upload) {
    return registry
        .owner()
        .sql(
            "SELECT format('%s rows from %s to %s', count(*), min(row), max(row)) FROM intake_csv.result WHERE upload = ?")
        .param(id(upload))
        .query(String.class)
        .single();
  }

  private long chunks(String upload) {
    return registry
        .owner()
        .sql("SELECT count(*) FROM intake_csv.chunk WHERE upload = ?")
        .param(id(upload))
        .query(Long.class)
        .single();
  }

  private static UUID id(String upload) {
    return UUID.fromString(upload.substring(upload.lastIndexOf('/') + 1));
  }

  private void assertNothingInTheClear(String... secrets) {
    List<String> rows = everyRow();
    for (String secret : secrets) {
      byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
      byte[] utf16 = secret.getBytes(StandardCharsets.UTF_16BE);
      List<String> spellings =
          Stream.of(
                  secret,
                  HexFormat.of().formatHex(utf8),
                  HexFormat.of().formatHex(utf16),
                  Base64.getEncoder().withoutPadding().encodeToString(utf8))
              .toList();
      assertThat(rows).noneMatch(row -> spellings.stream().anyMatch(row::contains));
    }
  }

  private List<String> everyRow() {
    return registry
        .owner()
        .sql(
            """
            SELECT u::text FROM intake_csv.upload u
            UNION ALL SELECT c::text FROM intake_csv.chunk c
            UNION ALL SELECT r::text FROM intake_csv.result r
            """)
        .query(String.class)
        .list();
  }
}
