// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import nl.cims.contracts.citizen.AccessLogView.Action;
import nl.cims.contracts.citizen.AccessLogView.Data;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.contracts.citizen.AccessLogView.Medium;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.contracts.citizen.AccessLogView.Reason;
import nl.cims.contracts.citizen.AccessLogView.Role;
import nl.cims.registry.RegistryProcess;
import nl.cims.testkit.postgres.Database;
import nl.cims.vocabulary.Bsn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The log of the running register, written to by tests.
final class WrittenLog {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final RegistryProcess registry = RegistryProcess.running();
  private final TransactionTemplate transaction =
      new TransactionTemplate(registry.bean(PlatformTransactionManager.class));

  /// A look of an employee who answers a citizen's letter.
  static LogEntry look(Instant at, Kind kind) {
    return new LogEntry(
        at,
        new LogEntry.Act(Action.READ, Outcome.GIVEN, kind, Data.DOSSIER, Medium.LETTER),
        Role.CITIZEN,
        new LogEntry.Caller(
            "staff-7",
            "J. Collega",
            Role.REGISTRAR,
            "staff-1",
            "RIVM",
            "10.0.0.7",
            LogEntry.Assurance.PASSKEY),
        new LogEntry.Grounds(Reason.CITIZEN_REQUEST, "case", "case-12", "", false),
        "trace-1");
  }

  void write(int times, Bsn subject) {
    Instant now = Clock.systemUTC().instant();
    transaction.executeWithoutResult(
        status -> {
          for (int i = 0; i < times; i++) {
            registry.bean(AccessLog.class).write(look(now, Kind.DOSSIER_VIEW), subject);
          }
        });
  }

  /// Until all rows have their place and both witnesses saw it.
  void settle() {
    long end = System.nanoTime() + PATIENCE;
    while (!isSettled()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the log did not settle");
      }
      registry.bean(Sequencer.class).work();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private boolean isSettled() {
    return registry
        .superuser()
        .sql(
            """
            SELECT NOT EXISTS (SELECT FROM accesslog.entry WHERE seq IS NULL)
              AND (SELECT max(seq) + 1 FROM accesslog.entry)
                = (SELECT max(size) FROM accesslog.cosignature)
              AND 2 = (SELECT count(*) FROM accesslog.cosignature
                       WHERE size = (SELECT max(size) FROM accesslog.checkpoint))
            """)
        .query(Boolean.class)
        .single();
  }

  List<DatabaseEvidence.Heard> witnesses() {
    return registry.bean(Witnesses.class).all().stream()
        .map(each -> new DatabaseEvidence.Heard(each, each.size()))
        .toList();
  }

  /// Does something as a superuser whom triggers do not stop, while no sequencer works, and undoes
  /// it.
  static void undone(Consumer<JdbcClient> deed) {
    Database database = RegistryProcess.running().database();
    try (Connection connection =
            new DriverManagerDataSource(database.url(), database.superuser(), "").getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SET LOCAL session_replication_role = replica");
      statement.execute("SELECT pg_advisory_xact_lock(%d)".formatted(SequencerConnection.LEADER));
      deed.accept(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
      connection.rollback();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
