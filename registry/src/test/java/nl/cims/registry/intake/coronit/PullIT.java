// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.cims.registry.intake.coronit.Coupling.Step;
import nl.cims.simulators.coronit.BusyDesks;
import nl.cims.simulators.coronit.Desk;
import nl.cims.testkit.people.Dose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;

/// What the GGDs change arrives, once, whoever is ended in the middle of it.
class PullIT {

  private final Ggds ggds = Ggds.fresh();

  @Nested
  class Rows {

    @Test
    void arriveAsTheyWereEntered() {
      ggds.enter(3);
      try (Puller puller = ggds.puller()) {
        assertThat(puller.run()).isEqualTo(Step.UP_TO_DATE);
      }
      assertThat(ggds.registered()).isEqualTo(ggds.standing()).hasSize(3);
      assertThat(ggds.condition()).isEqualTo("WELL ");
    }

    @Test
    void areLeftAloneUntilTheyChange() {
      List<Long> doses = ggds.enter(400);
      try (Puller puller = ggds.puller()) {
        puller.run();
        ggds.database.run("UPDATE coronit.prik SET vervallen = vervallen");
        ggds.desk(
            desk -> {
              desk.correct(doses.get(7), ggds.prefix + "right");
              return 1;
            });
        puller.run();
      }
      assertThat(ggds.registered()).isEqualTo(ggds.standing()).contains(ggds.prefix + "right");
      assertThat(ggds.states()).isEqualTo(401);
    }

    @Test
    void areCorrectedCancelledAndRestored() {
      long dose = ggds.enter(1).getFirst();
      try (Puller puller = ggds.puller()) {
        puller.run();
        changed(puller, desk -> desk.correct(dose, ggds.prefix + "B"));
        assertThat(ggds.registered()).containsExactly(ggds.prefix + "B");
        changed(puller, desk -> desk.correct(dose, ggds.prefix + "1"));
        assertThat(ggds.registered()).containsExactly(ggds.prefix + "1");
        changed(puller, desk -> desk.correct(dose, ggds.prefix + "B"));
        assertThat(ggds.registered()).containsExactly(ggds.prefix + "B");
        changed(puller, desk -> desk.cancel(dose));
        assertThat(ggds.registered()).isEmpty();
        changed(puller, desk -> desk.restore(dose));
        assertThat(ggds.registered()).containsExactly(ggds.prefix + "B");
        changed(puller, desk -> desk.cancel(dose));
        assertThat(ggds.registered()).isEmpty();
      }
      assertThat(ggds.mark(dose).standing()).isEqualTo(Standing.WITHDRAWN);
      assertThat(ggds.mark(dose).life()).isEqualTo(2);
    }

    @Test
    void ofPeopleWhoDidNotAgreeComeWithoutThem() {
      long dose = ggds.desk(desk -> desk.enter(ggds.dose(Dose.Sharing.REFUSED)));
      try (Puller puller = ggds.puller()) {
        puller.run();
      }
      assertThat(ggds.registered()).hasSize(1);
      assertThat(ggds.mark(dose).anonymous()).isTrue();
      assertThat(
              ggds.registry
                  .owner()
                  .sql(
                      "SELECT count(*) FROM immunisation.state WHERE batch LIKE ? AND link IS NULL")
                  .param(ggds.prefix + "%")
                  .query(Long.class)
                  .single())
          .isEqualTo(1);
    }

    @Test
    void thatCannotBeReadNameTheirColumnsAndHoldNobodyUp() {
      List<Long> doses = ggds.enter(20);
      ggds.database.run(
          """
          UPDATE coronit.client SET bsn = '123456789' WHERE id = (SELECT client FROM coronit.prik WHERE id = %1$d);
          UPDATE coronit.prik SET toegediend_op = NULL, ggd_ura = 'x' WHERE id = %1$d;
          UPDATE coronit.prik SET hpk = '0000000' WHERE id = %2$d;
          """
              .formatted(doses.get(3), doses.get(4)));
      try (Puller puller = ggds.puller()) {
        assertThat(puller.run()).isEqualTo(Step.UP_TO_DATE);
        assertThat(ggds.mark(doses.get(3)).standing()).isEqualTo(Standing.NOT_KEPT);
        assertThat(ggds.mark(doses.get(3)).problems())
            .containsExactlyInAnyOrder(
                "bsn: a BSN has nine digits and passes the eleven-test",
                "toegediend_op: it is needed and empty",
                "ggd_ura: a URA has eight digits");
        assertThat(ggds.mark(doses.get(4)).standing()).isEqualTo(Standing.KEPT);
        assertThat(ggds.mark(doses.get(4)).problems()).containsExactly("hpk: VACCINE_UNKNOWN");
        assertThat(ggds.registered()).hasSize(18);
        ggds.database.run("UPDATE coronit.prik SET hpk = '2924528' WHERE id = " + doses.get(4));
        puller.run();
      }
      assertThat(ggds.registered()).hasSize(19);
    }

    @Test
    void thatWereInQuarantineInBetweenAreSaidAnew() {
      long dose = ggds.enter(1).getFirst();
      try (Puller puller = ggds.puller()) {
        puller.run();
        ggds.database.run("UPDATE coronit.prik SET hpk = '0000000'");
        puller.run();
        assertThat(ggds.mark(dose).problems()).containsExactly("hpk: VACCINE_UNKNOWN");
        ggds.database.run("UPDATE coronit.prik SET hpk = '2924528'");
        puller.run();
      }
      assertThat(ggds.mark(dose).problems()).isEmpty();
      assertThat(ggds.states()).isEqualTo(2);
    }

    @Test
    void ofATransactionThatBeganEarlierAndWroteLaterHold() throws SQLException {
      long dose = ggds.enter(1).getFirst();
      try (Puller puller = ggds.puller();
          Connection early = ggds.database.connect()) {
        early.createStatement().execute("SELECT 1");
        changed(puller, desk -> desk.correct(dose, ggds.prefix + "first"));
        new Desk(early).correct(dose, ggds.prefix + "last");
        early.commit();
        puller.run();
      }
      assertThat(ggds.registered()).containsExactly(ggds.prefix + "last");
    }

    private void changed(Puller puller, Change change) {
      ggds.desk(
          desk -> {
            change.at(desk);
            return 1;
          });
      assertThat(puller.run()).isEqualTo(Step.UP_TO_DATE);
    }
  }

  /// Something that a desk does.
  private interface Change {
    void at(Desk desk) throws SQLException;
  }

  @Nested
  class ARestart {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void atAnyCommitLeavesEveryRowExactlyOnce(boolean before) {
      ggds.enter(730);
      PlatformTransactionManager real = ggds.registry.bean(PlatformTransactionManager.class);
      Step step = Step.MORE;
      int deaths = 0;
      while (step != Step.UP_TO_DATE) {
        PowerCut cut = new PowerCut(real, deaths % 3 + 1, before);
        try (Puller puller =
            ggds.puller(ggds.settings(Ggds.SOURCE, Duration.ofMinutes(15), 10), cut)) {
          step = puller.run();
        } catch (PowerCut.Dark dark) {
          deaths++;
        }
      }
      assertThat(deaths).isGreaterThanOrEqualTo(4);
      assertThat(ggds.registered()).isEqualTo(ggds.standing()).hasSize(730);
      assertThat(ggds.states()).isEqualTo(730);
      assertThat(ggds.isConserved()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whileDesksAreBusyAndConnectionsBreakLosesAndDoublesNothing(boolean transactions) {
      if (!transactions) {
        ggds.database.publish("mutatie", "");
      }
      Random random = new Random(7);
      try (BusyDesks busy = BusyDesks.at(ggds.database, ggds::dose, ggds.prefix, 4, 120)) {
        while (!busy.areDone()) {
          try (Puller puller = ggds.puller()) {
            for (int i = 0; i < random.nextInt(12); i++) {
              puller.step();
              breakSomething(random);
            }
          }
        }
      }
      try (Puller puller = ggds.puller()) {
        assertThat(puller.persist()).isEqualTo(Step.UP_TO_DATE);
      }
      assertThat(ggds.registered()).isEqualTo(ggds.standing()).hasSizeGreaterThan(50);
      assertThat(ggds.isConserved()).isTrue();
    }

    private void breakSomething(Random random) {
      String end =
          "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '%s'";
      switch (random.nextInt(8)) {
        case 0 -> ggds.database.number(end.formatted("coronit_reader"));
        case 1 ->
            ggds.registry.superuser().sql(end.formatted("registry_app")).query(Long.class).single();
        default -> {
          // Nothing breaks.
        }
      }
    }
  }

  @Nested
  class ATransactionThatCommitsLate {

    @Test
    void isWaitedForWhereTheViewNamesTransactions() throws SQLException {
      try (Puller puller = ggds.puller();
          Connection slow = ggds.database.connect()) {
        new Desk(slow).enter(ggds.dose());
        ggds.enter(2);
        assertThat(puller.run()).isEqualTo(Step.UP_TO_DATE);
        assertThat(ggds.registered()).isEmpty();
        assertThat(ggds.caughtUp()).isFalse();
        slow.commit();
        puller.run();
        assertThat(ggds.caughtUp()).isTrue();
      }
      assertThat(ggds.registered()).isEqualTo(ggds.standing()).hasSize(3);
    }

    @Test
    void isFoundByTheNextPassWhereTheViewNamesOnlyTimes() throws SQLException {
      ggds.database.publish("mutatie", "");
      try (Puller puller = ggds.puller();
          Connection slow = ggds.database.connect()) {
        new Desk(slow).enter(ggds.dose());
        ggds.enter(200);
        puller.run();
        assertThat(ggds.registered()).hasSize(200);
        slow.commit();
        puller.run();
      }
      assertThat(ggds.registered()).isEqualTo(ggds.standing()).hasSize(201);
      assertThat(ggds.states()).isEqualTo(201);
    }

    @Test
    void isFoundByTheComparisonWhenItTookLongerThanTheOverlap() throws SQLException {
      ggds.database.publish("mutatie", "");
      try (Puller puller = ggds.puller(ggds.settings(Ggds.SOURCE, Duration.ZERO, 10));
          Connection slow = ggds.database.connect()) {
        new Desk(slow).enter(ggds.dose());
        ggds.enter(2);
        puller.run();
        slow.commit();
        puller.run();
        assertThat(ggds.registered()).hasSize(2);
        puller.compare();
      }
      assertThat(ggds.registered()).isEqualTo(ggds.standing()).hasSize(3);
    }

    /// Negative control: what a pull would do that only remembers the largest number.
    @Test
    void isLostByACursorOnTheLargestNumber() throws SQLException {
      Set<Long> seen = new HashSet<>();
      long late;
      try (Connection slow = ggds.database.connect()) {
        late = new Desk(slow).enter(ggds.dose());
        ggds.enter(2);
        long largest = naivePage(0, seen);
        slow.commit();
        naivePage(largest, seen);
      }
      assertThat(seen).hasSize(2).doesNotContain(late);
      assertThat(ggds.standing()).hasSize(3);
    }

    private long naivePage(long after, Set<Long> seen) throws SQLException {
      try (Connection connection = ggds.database.connect();
          PreparedStatement statement =
              connection.prepareStatement(
                  "SELECT id FROM contract.vaccinaties WHERE id > ? ORDER BY id")) {
        statement.setLong(1, after);
        long largest = after;
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            largest = rows.getLong(1);
            seen.add(largest);
          }
        }
        return largest;
      }
    }
  }

  @Test
  void beginsAnewWhenTheirTransactionsAreCountedAnew() {
    ggds.enter(5);
    try (Puller puller = ggds.puller()) {
      puller.run();
      ggds.registry
          .owner()
          .sql("UPDATE intake_coronit.coupling SET transaction = 99999999999")
          .update();
      ggds.enter(5);
      puller.run();
    }
    assertThat(ggds.registered()).isEqualTo(ggds.standing()).hasSize(10);
    assertThat(ggds.states()).isEqualTo(10);
  }
}
