// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Parties;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.protection.Protection;
import nl.cims.simulators.coronit.CoronitDatabase;
import nl.cims.simulators.coronit.Desk;
import nl.cims.testkit.certificates.CertificateAuthority;
import nl.cims.testkit.certificates.Issued;
import nl.cims.testkit.people.Dose;
import nl.cims.testkit.people.Person;
import nl.cims.testkit.people.Product;
import nl.cims.testkit.people.Report;
import nl.cims.testkit.people.Source;
import nl.cims.testkit.postgres.SecuredPostgres;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.PersonName;
import nl.cims.vocabulary.Sex;
import org.springframework.transaction.PlatformTransactionManager;

/// The GGDs with a database of their own for one test, and the register that pulls from it. Only
/// one is pulled from at a time.
final class Ggds {

  static final String SOURCE = "ggd-ghor";

  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final Path DIRECTORY = directory();
  private static final CertificateAuthority AUTHORITY =
      CertificateAuthority.in(DIRECTORY, Clock.systemUTC());
  private static final SecuredPostgres SERVER = SecuredPostgres.start(AUTHORITY);

  /// With what the batches of this test begin.
  final String prefix;

  final CoronitDatabase database;
  final RegistryProcess registry = RegistryProcess.running();
  private final String name;
  private final AtomicInteger doses = new AtomicInteger();

  private Ggds(int number) {
    this.name = "coronit_" + number;
    this.prefix = "T" + number + "-";
    this.database = CoronitDatabase.in(SERVER.create(name));
    // Numbers of their own for each test, since the register keeps what the tests before sent.
    database.run(
        "ALTER TABLE coronit.prik ALTER COLUMN id RESTART WITH %d".formatted(number * 1_000_000L));
    registry.owner().sql("TRUNCATE intake_coronit.coupling, intake_coronit.taken").update();
  }

  static Ggds fresh() {
    return new Ggds(COUNTER.incrementAndGet());
  }

  SecuredPostgres server() {
    return SERVER;
  }

  String url() {
    return SERVER.url(name);
  }

  static Issued certificate(String commonName) {
    return AUTHORITY.issue(commonName);
  }

  static Path authority() {
    return AUTHORITY.certificate();
  }

  /// A dose that nobody had yet.
  Report dose() {
    return dose(Dose.Sharing.AGREED);
  }

  Report dose(Dose.Sharing sharing) {
    int number = doses.incrementAndGet();
    return new Report(
        Report.Kind.RECORD,
        new Person(
            TestNumbers.fresh(),
            new PersonName("Jan", "van der", "Priktest"),
            PartialDate.parse("1961-04"),
            Sex.MALE),
        new Dose(
            Source.GGD_LIMBURG,
            Integer.toString(number),
            Product.COMIRNATY,
            PartialDate.parse("2021-05-10"),
            Optional.of(new BatchNumber(prefix + number)),
            1,
            sharing));
  }

  /// What a desk does in one transaction.
  interface Work<A> {
    A at(Desk desk) throws SQLException;
  }

  /// Does this in a transaction of its own.
  <A> A desk(Work<A> work) {
    try (Connection connection = database.connect()) {
      A answer = work.at(new Desk(connection));
      connection.commit();
      return answer;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /// Enters so many doses.
  List<Long> enter(int many) {
    return desk(
        desk -> {
          List<Long> entered = new java.util.ArrayList<>();
          for (int i = 0; i < many; i++) {
            entered.add(desk.enter(dose()));
          }
          return entered;
        });
  }

  /// A pull that was just started: it knows nothing but what is in the databases.
  Puller puller() {
    return puller(settings(SOURCE, Duration.ofMinutes(15), 10_000));
  }

  Puller puller(CoronitSettings settings) {
    return puller(settings, registry.bean(PlatformTransactionManager.class));
  }

  Puller puller(CoronitSettings settings, PlatformTransactionManager transactions) {
    return new Puller(
        new CoronitConfiguration.Register(
            registry.bean(DataSource.class),
            transactions,
            new Door(registry.bean(Intake.class), registry.bean(Parties.class), settings.source()),
            CoronitConfiguration.hashKey(registry.bean(Protection.class))),
        settings,
        new Meters(new SimpleMeterRegistry(), Clock.systemUTC()));
  }

  CoronitSettings settings(String source, Duration overlap, int mostGone) {
    Issued own = certificate(CoronitDatabase.READER);
    return new CoronitSettings(
        url(),
        CoronitDatabase.READER,
        own.certificate(),
        own.privateKey(),
        "EC",
        authority(),
        source,
        new CoronitSettings.Pace(150, Duration.ZERO, Duration.ofMillis(50), overlap),
        new CoronitSettings.Reconciliation(LocalTime.of(3, 0), 100, mostGone));
  }

  /// The batches that stand in the register, of this test, in order.
  List<String> registered() {
    return registry
        .owner()
        .sql(
            """
            SELECT batch FROM immunisation.state latest
            WHERE source = ? AND batch LIKE ? AND event <> 'WITHDRAWN'
              AND NOT EXISTS (SELECT FROM immunisation.state later
                              WHERE later.dose = latest.dose AND later.step > latest.step)
            """)
        .params(SOURCE, prefix + "%")
        .query(String.class)
        .list()
        .stream()
        .sorted()
        .toList();
  }

  /// The batches that stand with the GGDs, in order.
  List<String> standing() {
    return database.standing().values().stream().sorted().toList();
  }

  /// How many states of doses of this test the register holds.
  long states() {
    return registry
        .owner()
        .sql("SELECT count(*) FROM immunisation.state WHERE source = ? AND batch LIKE ?")
        .params(SOURCE, prefix + "%")
        .query(Long.class)
        .single();
  }

  /// Whether everything that was received is accounted for.
  boolean isConserved() {
    return registry.bean(Intake.class).balances().stream()
        .filter(balance -> balance.source().equals(SOURCE))
        .allMatch(balance -> balance.received() > 0 && balance.isConserved());
  }

  /// What is noted about the coupling.
  String condition() {
    return registry
        .owner()
        .sql("SELECT state || ' ' || message FROM intake_coronit.coupling WHERE source = ?")
        .param(SOURCE)
        .query(String.class)
        .single();
  }

  /// Whether all that was there has once been taken.
  boolean caughtUp() {
    return registry
        .owner()
        .sql("SELECT caught_up_at IS NOT NULL FROM intake_coronit.coupling WHERE source = ?")
        .param(SOURCE)
        .query(Boolean.class)
        .single();
  }

  /// What is noted about a row.
  Mark mark(long id) {
    return new Marks(
            new org.springframework.jdbc.core.JdbcTemplate(registry.bean(DataSource.class)))
        .stretch(id - 1, id)
        .get(id);
  }

  private static Path directory() {
    try {
      Path made = Files.createTempDirectory("ggds");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made)));
      return made;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void remove(Path directory) {
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(directory);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
