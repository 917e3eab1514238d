// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.accesslog.witness.FileWitness;
import nl.cims.registry.protection.Protection;
import nl.cims.testkit.postgres.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The log in PostgreSQL: it verifies as it is, every change by its owner is found, and nobody else
/// can change it. What a test changes is rolled back.
class LogIT {

  private static final String EMPTY =
      "TRUNCATE accesslog.entry, accesslog.tile, accesslog.checkpoint, accesslog.cosignature";

  private static final String OLD_MONTH =
      """
      CREATE TABLE accesslog.entry_2001_05 PARTITION OF accesslog.entry
      FOR VALUES FROM ('2001-05-01 00:00:00+00') TO ('2001-06-01 00:00:00+00');
      ALTER TABLE accesslog.entry_2001_05 OWNER TO registry_migrate
      """;

  private static final RegistryProcess REGISTRY = RegistryProcess.running();
  private static final WrittenLog LOG = new WrittenLog();

  @BeforeAll
  static void write() {
    LOG.write(600, TestNumbers.fresh());
    LOG.settle();
  }

  @Test
  void isWhatWasWrittenAsLongAsNobodyTouchesIt() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LogVerify verify = REGISTRY.bean(LogVerify.class);
    int code = verify.run(List.of(), new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("The access log is what was written", "Witness witness.example/one saw");
    assertThat(code).isZero();
    assertThat(verify.run(List.of("512"), new PrintStream(out))).isZero();
    assertThat(verify.run(List.of("x"), new PrintStream(out))).isEqualTo(2);
  }

  @TestFactory
  Stream<DynamicTest> findsWhatItsOwnerChanges() {
    List<String> deeds = new ArrayList<>();
    for (Column column : Column.values()) {
      deeds.add(
          "UPDATE accesslog.entry SET %s = %s WHERE seq = 300"
              .formatted(column.label(), changed(column)));
    }
    deeds.addAll(
        List.of(
            "UPDATE accesslog.entry SET leaf = sha256(leaf) WHERE seq = 300",
            "UPDATE accesslog.entry SET seq = NULL WHERE seq = 300",
            "UPDATE accesslog.entry SET seq = -1 WHERE seq = 300",
            "UPDATE accesslog.entry SET seq = 299 WHERE seq = 300",
            "UPDATE accesslog.entry SET seq = 599 - seq WHERE seq IN (299, 300)",
            "DELETE FROM accesslog.entry WHERE seq = 300",
            "DELETE FROM accesslog.entry WHERE seq >= 300",
            "DELETE FROM accesslog.entry",
            "WITH gone AS (DELETE FROM accesslog.entry WHERE seq = 300) "
                + "UPDATE accesslog.entry SET seq = seq - 1 WHERE seq > 300",
            "UPDATE accesslog.tile SET root = sha256(root) WHERE level = 0 AND number = 1",
            "UPDATE accesslog.tile SET hashes = set_byte(hashes, 9, get_byte(hashes, 9) # 1) WHERE number = 1",
            "DELETE FROM accesslog.tile WHERE level = 0 AND number = 1",
            "UPDATE accesslog.checkpoint SET note = upper(note)",
            "UPDATE accesslog.cosignature SET line = upper(line)",
            "DELETE FROM accesslog.cosignature; DELETE FROM accesslog.checkpoint"));
    return deeds.stream().map(deed -> DynamicTest.dynamicTest(deed, () -> assertFound(deed)));
  }

  private static void assertFound(String deed) {
    WrittenLog.undone(
        jdbc -> {
          jdbc.sql(deed).update();
          assertThatExceptionOfType(LogBroken.class).isThrownBy(() -> verify(jdbc));
        });
  }

  private static String changed(Column column) {
    return switch (column) {
      case ID -> "gen_random_uuid()";
      case AT -> "at + interval '1 microsecond'";
      case PERMITTED, EMERGENCY, FOUND -> "NOT " + column.label();
      case SUBJECT, SUBJECT_INDEX -> "sha256(%s)".formatted(column.label());
      case ACTION -> "'DELETE'";
      default -> column.label() + " || 'x'";
    };
  }

  private static long verify(JdbcClient jdbc) {
    LogVerify.Checked by = REGISTRY.bean(LogVerify.Checked.class);
    return new Verification(
            new DatabaseEvidence(jdbc, LOG.witnesses()),
            by.keys().keys(),
            by.keptSince(),
            EnumSet.allOf(Verification.Check.class),
            done -> {})
        .run(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "registry_app       | UPDATE accesslog.entry SET seq = 1",
        "registry_app       | DELETE FROM accesslog.entry",
        "registry_app       | TRUNCATE accesslog.entry",
        "registry_app       | INSERT INTO accesslog.tile VALUES (9, 9, '', '')",
        "registry_app       | INSERT INTO accesslog.checkpoint VALUES (1, '')",
        "registry_app       | DELETE FROM accesslog.cosignature",
        "registry_app       | SELECT accesslog.drop_partitions(20)",
        "registry_sequencer | SELECT kind FROM accesslog.entry",
        "registry_sequencer | SELECT subject FROM accesslog.entry",
        "registry_sequencer | UPDATE accesslog.entry SET leaf = leaf",
        "registry_sequencer | INSERT INTO accesslog.entry (id) VALUES (gen_random_uuid())",
        "registry_sequencer | DELETE FROM accesslog.entry",
        "registry_sequencer | UPDATE accesslog.checkpoint SET note = ''",
        "registry_sequencer | DELETE FROM accesslog.tile",
        "registry_sequencer | DROP TABLE accesslog.entry_2028_12",
        "registry_sequencer | SELECT bsn FROM person.person"
      })
  void letsNoRoleDoMoreThanItsTask(String role, String deed) {
    JdbcClient jdbc = as(role);
    assertThatThrownBy(() -> jdbc.sql(deed).update())
        .rootCause()
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE accesslog.entry SET kind = kind WHERE seq = 1",
        "UPDATE accesslog.entry SET seq = seq + 1 WHERE seq = 1",
        "UPDATE accesslog.entry SET seq = NULL WHERE seq = 1",
        "DELETE FROM accesslog.entry WHERE seq = 1",
        "TRUNCATE accesslog.entry",
        "UPDATE accesslog.tile SET level = level",
        "DELETE FROM accesslog.checkpoint",
        "TRUNCATE accesslog.cosignature"
      })
  void isAppendOnlyForItsOwnerTooAsLongAsHeLeavesTheTriggers(String deed) {
    JdbcClient owner = REGISTRY.owner();
    assertThatThrownBy(() -> owner.sql(deed).update())
        .rootCause()
        .hasMessageContaining("append-only");
  }

  @Test
  void makesMonthsAheadAndKeepsThoseThatAreDueToStay() {
    WrittenLog.undone(
        jdbc -> {
          assertThat(number(jdbc, "SELECT accesslog.make_partitions(60)")).isGreaterThan(20);
          assertThat(number(jdbc, "SELECT accesslog.make_partitions(60)")).isZero();
        });
    JdbcClient sequencer = as("registry_sequencer");
    assertThat(number(sequencer, "SELECT accesslog.drop_partitions(20)")).isZero();
    assertThatThrownBy(() -> number(sequencer, "SELECT accesslog.drop_partitions(4)"))
        .rootCause()
        .hasMessageContaining("at least five years");
  }

  @Test
  void letsAnOldMonthGoAndItsTreeStillVerifies(@TempDir Path directory) {
    Instant then = Instant.parse("2001-05-20T10:00:00Z");
    LogKeys keys = REGISTRY.bean(LogKeys.class);
    FileWitness witness =
        new FileWitness("old", directory, keys.keys(), Clock.fixed(then, ZoneOffset.UTC));
    WrittenLog.undone(
        jdbc -> {
          jdbc.sql(EMPTY).update();
          jdbc.sql(OLD_MONTH).update();
          AccessLog log = new AccessLog(jdbc, REGISTRY.bean(Protection.class));
          for (int i = 0; i < 256; i++) {
            log.write(WrittenLog.look(then, Kind.LOG_VIEW));
          }
          Sequencer.place(jdbc);
          var first = keys.sign(256, new Tiles(jdbc).tree(256).root());
          new Checkpoints(jdbc).add(256, first);
          witness.see(first, List.of());
          assertThat(number(jdbc, "SELECT accesslog.drop_partitions(20)")).isEqualTo(1);
          assertThat(number(jdbc, "SELECT count(*) FROM accesslog.entry")).isZero();
          Verification verification =
              new Verification(
                  new DatabaseEvidence(
                      jdbc, List.of(new DatabaseEvidence.Heard(witness, witness.size()))),
                  keys.keys(),
                  REGISTRY.bean(LogVerify.Checked.class).keptSince(),
                  EnumSet.allOf(Verification.Check.class),
                  done -> {});
          assertThat(verification.run(0)).isEqualTo(256);
        });
  }

  private static int number(JdbcClient jdbc, String question) {
    return jdbc.sql(question).query(Integer.class).single();
  }

  private static JdbcClient as(String role) {
    Database database = REGISTRY.database();
    return JdbcClient.create(
        new DriverManagerDataSource(database.url(), role, database.appPassword()));
  }
}
