// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.cims.testkit.messages.FhirMessages;
import nl.cims.testkit.people.Population;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.Source;
import nl.cims.testkit.people.TestCitizen;

/// The whole demo beside any other that may be running, started once for all journeys, with the ten
/// test citizens in it.
final class RunningDemo {

  private static final RunningDemo INSTANCE = new RunningDemo();

  private final Home home = new Home(Path.of("target", "journeys"), Path.of(".."));
  private final Cims cims;

  private RunningDemo() {
    home.forget();
    home.prepare();
    cims = new Cims(home, freeOffset(), Clock.systemUTC(), false);
    Runtime.getRuntime().addShutdownHook(new Thread(cims::close));
    cims.start(System.out::println);
    Coronit.fill(cims.postgres(), Population.of(1, 0));
    try {
      assertThat(
              new Loading(cims.offset(), cims.settings().authority(), System.out::println)
                  .load(Delivery.of(Population.of(1, 0))))
          .as("messages that were not accepted")
          .isEmpty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static RunningDemo instance() {
    return INSTANCE;
  }

  Cims cims() {
    return cims;
  }

  String portal() {
    return Deployable.PORTAL.address(cims.offset());
  }

  String brokerOfStaff() {
    return Settings.brokerStaff(cims.offset());
  }

  String console() {
    return Settings.console(cims.offset());
  }

  /// The one-time codes of the staff who have no passkeys yet, by name and role.
  Map<String, String> codesOfStaff() {
    return new Employees(cims.postgres(), home.log(Deployable.BROKER.title())).codes();
  }

  /// Sends a report as its source.
  Answer send(Report report) throws InterruptedException {
    return party(report).send(FhirMessages.single(report));
  }

  /// Starts again what a test has left stopped.
  void heal() {
    cims.status().stream()
        .filter(line -> line.state().equals("stopped"))
        .forEach(line -> cims.start(line.name()));
  }

  /// Kills the server as a power failure would, and starts it again.
  void killPostgres() {
    ProcessHandle server = cims.postgres().pid().flatMap(ProcessHandle::of).orElseThrow();
    List<ProcessHandle> all = server.descendants().toList();
    server.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
    cims.stop(Postgres.TITLE);
    cims.start(Postgres.TITLE);
  }

  private Party party(Report report) {
    return party(report.dose().source());
  }

  /// This party at the door.
  Party party(Source source) {
    return new Party(source, cims.offset(), cims.settings().authority());
  }

  /// Searches the logs of all processes for the number of any test citizen. That it can find one is
  /// shown on the file from which the DigiD simulator reads them.
  void assertNoNumberInAnyLog() {
    assertThat(filesWithANumber(home.settings())).as("the search itself").isNotEmpty();
    assertThat(filesWithANumber(home.logs())).as("logs with a BSN").isEmpty();
    for (Deployable deployable : Deployable.values()) {
      assertThat(home.log(deployable.title())).isNotEmptyFile();
    }
  }

  private static List<Path> filesWithANumber(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).filter(RunningDemo::hasANumber).toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean hasANumber(Path file) {
    try {
      String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return Stream.of(TestCitizen.values())
          .anyMatch(citizen -> content.contains(citizen.person().bsn().reveal()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static int freeOffset() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(500, 10_000))
        .filter(
            offset -> {
              try {
                Port.requireFree(List.of(Port.values()), offset);
                return true;
              } catch (CannotProceed taken) {
                return false;
              }
            })
        .findFirst()
        .orElseThrow();
  }
}
