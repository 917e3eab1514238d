// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.cims.testkit.messages.FhirMessages;
import nl.cims.testkit.people.Population;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Register and PostgreSQL are killed while messages come in over every channel: every message that
/// was acknowledged is there once, and every other one can be sent again. How often:
/// `-Dcims.kills=20`, else once each.
class DurabilityIT {

  private static final int KILLS = Integer.getInteger("cims.kills", 1);
  private static final int SENDERS = 4;
  private static final long PAUSE = Duration.ofMillis(50).toNanos();
  private static final int MOST_LOOKS = 4_000;
  private static final int ACKNOWLEDGED_BEFORE_A_KILL = 40;
  private static final Pattern RECEIPT = Pattern.compile("receipt ([0-9a-f-]{36})");

  private final RunningDemo demo = RunningDemo.instance();
  private final Map<String, String> receipts = new ConcurrentHashMap<>();
  private final Queue<Report> messages = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  @AfterEach
  void heal() {
    demo.heal();
  }

  @Test
  void nothingAcknowledgedIsLostWhenTheRegisterIsKilled() throws Exception {
    List<Thread> senders = send(1001);
    OtherChannels others = new OtherChannels(demo, "register");
    for (int kill = 0; kill < KILLS; kill++) {
      awaitAcknowledged(ACKNOWLEDGED_BEFORE_A_KILL);
      ProcessHandle register = demo.cims().processes().handle(Deployable.REGISTRY).orElseThrow();
      register.destroyForcibly();
      register.onExit().join();
      demo.cims().stop("registry");
      demo.cims().start("registry");
    }
    finish(senders);
    assertThat(missing()).isEmpty();
    assertEveryOneOnce(others);
    assertThat(twice()).isEmpty();
  }

  @Test
  void nothingAcknowledgedIsLostWhenPostgresqlIsKilled() throws Exception {
    List<Thread> senders = send(1002);
    OtherChannels others = new OtherChannels(demo, "postgresql");
    for (int kill = 0; kill < KILLS; kill++) {
      awaitAcknowledged(ACKNOWLEDGED_BEFORE_A_KILL);
      demo.killPostgres();
    }
    finish(senders);
    assertThat(missing()).isEmpty();
    assertEveryOneOnce(others);
    assertThat(twice()).isEmpty();
  }

  /// What comes in later, by file and from CoronIT, is waited for.
  private static void assertEveryOneOnce(OtherChannels others)
      throws SQLException, InterruptedException {
    others.end();
    for (int i = 0; i < MOST_LOOKS && !others.registered().equals(others.acknowledged()); i++) {
      LockSupport.parkNanos(PAUSE);
    }
    assertThat(others.registered()).isEqualTo(others.acknowledged());
  }

  /// The same check on a register that acknowledges before the commit is on disk.
  @Test
  void findsOutWhoAcknowledgesTooSoon() throws Exception {
    tell("ALTER SYSTEM SET wal_writer_delay = '10s'");
    tell("ALTER ROLE registry_app SET synchronous_commit = off");
    try {
      demo.killPostgres();
      List<Thread> senders = send(1003);
      for (int kill = 0; kill < 5 && missing().isEmpty(); kill++) {
        awaitAcknowledged(ACKNOWLEDGED_BEFORE_A_KILL);
        demo.killPostgres();
      }
      finish(senders);
      assertThat(missing()).isNotEmpty();
    } finally {
      tell("ALTER ROLE registry_app RESET synchronous_commit");
      tell("ALTER SYSTEM RESET wal_writer_delay");
      demo.killPostgres();
    }
  }

  /// Begins to send generated messages, each until it is acknowledged.
  private List<Thread> send(long seed) {
    Population.of(seed, 3_000)
        .reports()
        .filter(report -> report.kind() == Report.Kind.RECORD)
        .forEach(messages::add);
    List<Thread> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      senders.add(Thread.startVirtualThread(this::sendAll));
    }
    return senders;
  }

  private void sendAll() {
    Map<Source, Party> parties = new ConcurrentHashMap<>();
    for (Report report = messages.poll(); report != null && !over; report = messages.poll()) {
      Party party =
          parties.computeIfAbsent(
              report.dose().source(),
              source ->
                  new Party(source, demo.cims().offset(), demo.cims().settings().authority()));
      if (!acknowledged(party, report)) {
        messages.add(report);
      }
    }
  }

  private boolean acknowledged(Party party, Report report) {
    try {
      Answer answer = party.send(FhirMessages.single(report));
      Matcher receipt = RECEIPT.matcher(String.join("\n", answer.lines()));
      if (!answer.accepted() || !receipt.find()) {
        return false;
      }
      receipts.put(receipt.group(1), report.dose().identifier());
      return true;
    } catch (CannotProceed notThere) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void awaitAcknowledged(int more) {
    int from = receipts.size();
    for (int i = 0; i < MOST_LOOKS && receipts.size() < from + more; i++) {
      LockSupport.parkNanos(PAUSE);
    }
    assertThat(receipts.size()).as("acknowledged").isGreaterThanOrEqualTo(from + more);
  }

  private void finish(List<Thread> senders) throws InterruptedException {
    awaitAcknowledged(ACKNOWLEDGED_BEFORE_A_KILL);
    over = true;
    for (Thread sender : senders) {
      sender.join();
    }
  }

  /// Acknowledged, and not there.
  private Set<String> missing() throws SQLException {
    Set<String> missing = new HashSet<>(receipts.keySet());
    missing.removeAll(
        ask(
            """
            SELECT r.id::text FROM intake.report r
            WHERE r.outcome = 'RECORDED' AND EXISTS (SELECT FROM immunisation.state s WHERE s.id = r.id)
            """));
    return missing;
  }

  /// Vaccinations with more than one first state, and entries of the ledger that do not add up to
  /// what is there.
  private List<String> twice() throws SQLException {
    return ask(
        """
        SELECT dose::text FROM immunisation.state WHERE step = 1 GROUP BY dose HAVING count(*) > 1
        UNION ALL
        SELECT l.source FROM (SELECT source, sum(applied) AS applied FROM intake.ledger GROUP BY source) l
        WHERE applied <> (SELECT count(*) FROM intake.report r JOIN intake.vaccination v ON v.index = r.vaccination
                          WHERE v.source = l.source AND r.outcome IN ('RECORDED', 'SUPERSEDED'))
        """);
  }

  private List<String> ask(String query) throws SQLException {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> answers = new ArrayList<>();
      while (rows.next()) {
        answers.add(rows.getString(1));
      }
      return answers;
    }
  }

  private void tell(String command) throws SQLException {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private Connection superuser() throws SQLException {
    Postgres postgres = demo.cims().postgres();
    return DriverManager.getConnection(
        postgres.url("registry"), "postgres", postgres.superuserPassword().reveal());
  }
}
