// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import nl.cims.registry.intake.coronit.Coupling.Step;
import nl.cims.simulators.coronit.CoronitDatabase;
import nl.cims.testkit.certificates.Issued;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How we behave in somebody else's database, and when it is not as agreed or not there.
class CouplingIT {

  private final Ggds ggds = Ggds.fresh();

  @Nested
  class TheirView {

    @Test
    void withoutAColumnStopsThePullUntilItIsBack() {
      ggds.enter(400);
      try (Puller puller = ggds.puller()) {
        assertThat(puller.step()).isEqualTo(Step.MORE);
        ggds.database.publish("hpk", "");
        assertThat(puller.step()).isEqualTo(Step.FAILED);
        puller.compare();
        assertThat(ggds.condition())
            .isEqualTo("CONTRACT_BROKEN contract.vaccinaties: column hpk is missing");
        assertThat(ggds.registered()).hasSize(150);
        ggds.database.publish();
        assertThat(puller.run()).isEqualTo(Step.UP_TO_DATE);
      }
      assertThat(ggds.condition()).isEqualTo("WELL ");
      assertThat(ggds.registered()).isEqualTo(ggds.standing()).hasSize(400);
    }

    @Test
    void withAnotherTypeStopsThePullUntilItIsRight() {
      ggds.enter(3);
      ggds.database.publish("toegediend_op", "to_char(toegediend_op, 'DD-MM-YYYY')");
      try (Puller puller = ggds.puller()) {
        assertThat(puller.step()).isEqualTo(Step.FAILED);
        assertThat(ggds.condition())
            .isEqualTo(
                "CONTRACT_BROKEN contract.vaccinaties: column toegediend_op is text and was agreed as date");
        assertThat(ggds.registered()).isEmpty();
        ggds.database.publish();
        puller.run();
      }
      assertThat(ggds.registered()).hasSize(3);
    }

    @Test
    void namesEveryDifferenceAtOnce() {
      ggds.database.publish("bsn", "");
      ggds.database.run("ALTER VIEW contract.vaccinaties RENAME COLUMN status TO stand");
      try (Puller puller = ggds.puller()) {
        puller.step();
      }
      assertThat(ggds.condition())
          .contains("column status is missing", "column bsn is missing")
          .doesNotContain("hpk");
    }

    @Test
    void mayHaveMoreColumns() {
      ggds.enter(2);
      ggds.database.publish("locatie", "'nieuw'::text AS extra, locatie");
      try (Puller puller = ggds.puller()) {
        assertThat(puller.run()).isEqualTo(Step.UP_TO_DATE);
      }
      assertThat(ggds.registered()).hasSize(2);
    }

    @Test
    void thatIsGoneOrNotOursToReadIsNamedSo() {
      try (Puller puller = ggds.puller()) {
        ggds.database.run("REVOKE SELECT ON contract.vaccinaties FROM coronit_reader");
        assertThat(puller.step()).isEqualTo(Step.FAILED);
        assertThat(ggds.condition()).contains("our role may not read it");
        ggds.database.run("DROP VIEW contract.vaccinaties");
        assertThat(puller.step()).isEqualTo(Step.FAILED);
        assertThat(ggds.condition()).contains("it does not exist");
      }
    }
  }

  @Nested
  class TheirDatabase {

    @Test
    void mayBeGoneForAWhile() {
      ggds.enter(400);
      try (Puller puller = ggds.puller()) {
        assertThat(puller.step()).isEqualTo(Step.MORE);
        ggds.server().stop();
        try {
          assertThat(puller.step()).isEqualTo(Step.FAILED);
          puller.compare();
          assertThat(ggds.condition()).startsWith("UNREACHABLE");
        } finally {
          ggds.server().restart();
        }
        assertThat(puller.run()).isEqualTo(Step.UP_TO_DATE);
      }
      assertThat(ggds.condition()).isEqualTo("WELL ");
      assertThat(ggds.registered()).hasSize(400);
    }

    @Test
    void mayBeSlowAndIsNotWaitedForLongerThanFiveSeconds() {
      ggds.enter(3);
      ggds.database.publish("locatie", "(SELECT locatie FROM pg_sleep(60))");
      try (Puller puller = ggds.puller()) {
        assertThat(puller.step()).isEqualTo(Step.FAILED);
        assertThat(ggds.condition()).startsWith("UNREACHABLE").contains("57014");
        ggds.database.publish();
        assertThat(puller.run()).isEqualTo(Step.UP_TO_DATE);
      }
    }

    @Test
    void neverHasMoreThanTwoOfOurConnections() throws Exception {
      ggds.enter(2000);
      long most = 0;
      try (Puller puller = ggds.puller();
          ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<?> pulling = threads.submit(puller::run);
        Future<?> comparing = threads.submit(puller::compare);
        Future<?> another = threads.submit(puller::run);
        while (!(pulling.isDone() && comparing.isDone() && another.isDone())) {
          most =
              Math.max(
                  most,
                  ggds.database.number(
                      "SELECT count(*) FROM pg_stat_activity WHERE usename = 'coronit_reader'"));
        }
      }
      assertThat(most).isBetween(1L, (long) GgdConnection.MOST_CONNECTIONS);
      assertThat(ggds.registered()).isEqualTo(ggds.standing());
      assertThat(ggds.states()).isEqualTo(2000);
    }
  }

  @Nested
  class OurRole {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "UPDATE contract.vaccinaties SET hpk = 'x'",
          "INSERT INTO coronit.client (bsn) VALUES ('1')",
          "DELETE FROM coronit.prik",
          "CREATE TABLE contract.van_ons (id int)",
          "SELECT bsn FROM coronit.client"
        })
    void mayNothingButReadTheView(String attempt) throws SQLException {
      try (Connection connection =
              DriverManager.getConnection(ggds.url(), login(CoronitDatabase.READER));
          Statement statement = connection.createStatement()) {
        statement.execute("SET default_transaction_read_only = off");
        assertThatThrownBy(() -> statement.execute(attempt))
            .isInstanceOfSatisfying(
                SQLException.class, it -> assertThat(it.getSQLState()).isIn("42501", "55000"));
      }
    }

    @Test
    void comesInWithItsCertificateOnly() {
      assertThatThrownBy(() -> DriverManager.getConnection(ggds.url(), login("somebody-else")))
          .isInstanceOf(SQLException.class);
      Properties bare = login(CoronitDatabase.READER);
      bare.remove("sslcert");
      bare.remove("sslkey");
      bare.setProperty("sslmode", "require");
      assertThatThrownBy(() -> DriverManager.getConnection(ggds.url(), bare))
          .isInstanceOf(SQLException.class);
      bare.setProperty("sslmode", "disable");
      assertThatThrownBy(() -> DriverManager.getConnection(ggds.url(), bare))
          .isInstanceOf(SQLException.class);
    }

    private Properties login(String certificate) {
      Issued own = Ggds.certificate(certificate);
      Properties login = new Properties();
      login.setProperty("user", CoronitDatabase.READER);
      login.setProperty("sslmode", "verify-full");
      login.setProperty("sslcert", own.certificate().toString());
      login.setProperty("sslkey", own.privateKey().toString());
      login.setProperty("pemKeyAlgorithm", "EC");
      login.setProperty("sslrootcert", Ggds.authority().toString());
      return login;
    }
  }

  @Test
  void takesNothingForAPartyThatMayNotReportThisWay() {
    ggds.enter(3);
    try (Puller puller = ggds.puller(ggds.settings("ggd-utrecht", Duration.ofMinutes(15), 10))) {
      assertThat(puller.step()).isEqualTo(Step.FAILED);
    }
    assertThat(
            ggds.registry
                .owner()
                .sql("SELECT state FROM intake_coronit.coupling WHERE source = 'ggd-utrecht'")
                .query(String.class)
                .single())
        .isEqualTo("SOURCE_UNKNOWN");
    assertThat(ggds.registered()).isEmpty();
  }

  @Test
  void runsByItselfForAsLongAsTheRegistryRuns() {
    try (Puller puller = ggds.puller()) {
      Rounds rounds =
          new Rounds(
              puller.coupling,
              ggds.settings(Ggds.SOURCE, Duration.ofMinutes(15), 10),
              Clock.systemUTC());
      rounds.start();
      ggds.enter(500);
      while (ggds.registered().size() < 500) {
        LockSupport.parkNanos(20_000_000);
      }
      ggds.enter(1);
      while (ggds.registered().size() < 501) {
        LockSupport.parkNanos(20_000_000);
      }
      rounds.stop();
      assertThat(rounds.isRunning()).isFalse();
    }
  }
}
