// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import nl.cims.simulators.coronit.Desk;
import nl.cims.testkit.messages.CsvRows;
import nl.cims.testkit.people.Population;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.Source;

/// What comes in by HL7 v2, by file and from CoronIT while things are killed. Each message is sent
/// again until it is acknowledged, and none after that, so that as many have to be registered as
/// were acknowledged.
final class OtherChannels {

  private static final int ROWS = 3_000;
  private static final long PAUSE = Duration.ofMillis(50).toNanos();
  private static final String COUNT =
      "SELECT channel, count(*) FROM intake.report WHERE channel <> 'FHIR' GROUP BY channel";

  private final RunningDemo demo;
  private final String name;
  private final Map<String, Long> before;
  private final AtomicLong messages = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong entered = new AtomicLong();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean over;

  /// @param name of this run, unlike that of any other
  OtherChannels(RunningDemo demo, String name) throws SQLException {
    this.demo = demo;
    this.name = name;
    this.before = count();
    threads.add(Thread.startVirtualThread(this::sendMessages));
    threads.add(Thread.startVirtualThread(this::sendFile));
    threads.add(Thread.startVirtualThread(this::enter));
  }

  /// Ends when everything that was sent is acknowledged.
  void end() throws InterruptedException {
    over = true;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /// How many reports were acknowledged, or are there for the register to fetch, per channel.
  Map<String, Long> acknowledged() {
    return new TreeMap<>(
        Map.of("HL7V2", messages.get(), "CSV", rows.get(), "CORONIT", entered.get()));
  }

  /// How many have come into the register, per channel.
  Map<String, Long> registered() throws SQLException {
    Map<String, Long> now = count();
    now.replaceAll((channel, count) -> count - before.getOrDefault(channel, 0L));
    return now;
  }

  private void sendMessages() {
    Party hospital = demo.party(Source.HOSPITAL);
    while (!over) {
      byte[] message = vxu(name + "-" + messages.get());
      insist(
          () -> {
            Answer answer = hospital.send("POST", "/hl7v2", Party.HL7, message);
            return answer.status() == 200 && answer.lines().getFirst().startsWith("AA");
          });
      messages.incrementAndGet();
    }
  }

  private void sendFile() {
    insist(
        () ->
            demo.party(Source.CARE_HOME)
                    .ask(
                        "POST",
                        "/csv/v1/uploads",
                        "text/csv",
                        "application/json",
                        BodyPublishers.ofInputStream(() -> new CsvRows(name, ROWS)))
                    .statusCode()
                == 202);
    rows.set(ROWS);
  }

  private void enter() {
    List<Report> reports =
        Population.of(name.hashCode(), 2_000).reports().filter(Coronit::carries).toList();
    for (int i = 0; i < reports.size() && !over; i++) {
      Report report = reports.get(i);
      insist(
          () -> {
            try (Connection connection =
                demo.cims().postgres().database(Coronit.DATABASE).getConnection()) {
              connection.setAutoCommit(false);
              new Desk(connection).enter(report);
              connection.commit();
              return true;
            }
          });
      entered.incrementAndGet();
    }
  }

  private interface Attempt {
    boolean succeeds() throws IOException, SQLException, InterruptedException;
  }

  private static void insist(Attempt attempt) {
    boolean done = false;
    while (!done) {
      try {
        done = attempt.succeeds();
        if (!done) {
          LockSupport.parkNanos(PAUSE);
        }
      } catch (CannotProceed | IOException | SQLException notThere) {
        // Again.
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Map<String, Long> count() throws SQLException {
    try (Connection connection = demo.cims().postgres().database("registry").getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(COUNT)) {
      Map<String, Long> count = new TreeMap<>();
      while (rows.next()) {
        count.put(rows.getString(1), rows.getLong(2));
      }
      return count;
    }
  }

  private static byte[] vxu(String number) {
    return """
    MSH|^~\\&|HIS|HOSPITAL|CIMS|RIVM|20261012101500+0200||VXU^V04^VXU_V04|%1$s|P|2.5.1||||||UNICODE UTF-8
    PID|1||%2$s^^^NLMINBIZA^NNNLD
    ORC|RE||%1$s^HIS
    RXA|0|1|20210612||2924528^COVID-19 VACCIN PFIZER^HPK|0.3|mL||||||||B1|||||CP|A
    """
        .formatted(
            number, Population.of(7, 1).reports().findFirst().orElseThrow().person().bsn().reveal())
        .replace('\n', '\r')
        .getBytes(StandardCharsets.UTF_8);
  }
}
