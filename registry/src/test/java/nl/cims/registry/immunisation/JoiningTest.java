// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.JoinRule;
import nl.cims.registry.catalogue.RealCatalogue;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which reports are one dose, which are two, and which of them is shown.
class JoiningTest {

  private static final TestReport GGD = TestReport.by("ggd");
  private static final TestReport GP = TestReport.by("gp");

  private final Joining joining = new Joining(RealCatalogue.vaccines());

  @Nested
  class OneDose {

    @Test
    void isReportedByTwoSourcesOnTheSameDay() {
      assertThat(rule(GGD, GP)).contains(JoinRule.SAME_DAY);
      assertThat(rule(GGD, GP.batch(""))).contains(JoinRule.SAME_DAY);
      assertThat(rule(GGD.batch(""), GP.batch(""))).contains(JoinRule.SAME_DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"covid", "covid-mrna"})
    void hasAProductForOneSourceAndAKindForTheOther(String kind) {
      assertThat(rule(GGD, GP.of(kind).batch(""))).contains(JoinRule.SAME_DAY);
      assertThat(rule(GGD.of(kind), GP)).contains(JoinRule.SAME_DAY);
    }

    @Test
    void mayHaveDatesUpToThreeDaysApartWithTheSameBatch() {
      assertThat(rule(GGD, GP.on("2021-05-04"))).contains(JoinRule.SAME_BATCH);
      assertThat(rule(GGD, GP.on("2021-04-28"))).contains(JoinRule.SAME_BATCH);
      assertThat(rule(GGD, GP.on("2021-05-05"))).isEmpty();
    }

    @Test
    void mayHaveDatesOneDayApartWithoutABatch() {
      assertThat(rule(GGD, GP.on("2021-05-02").batch(""))).contains(JoinRule.NEXT_DAY);
      assertThat(rule(GGD, GP.on("2021-05-03").batch(""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ej6796", "EJ 6796", "EJ-6796"})
    void hasABatchThatEverybodyWritesHisOwnWay(String batch) {
      assertThat(rule(GGD, GP.batch(batch).on("2021-05-03"))).contains(JoinRule.SAME_BATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021", "2021-05"})
    void mayHaveADateThatIsPartlyUnknownIfBatchAndPlaceAreTheSame(String date) {
      assertThat(rule(GGD.place("1/2"), GP.on(date))).contains(JoinRule.PARTIAL_DATE);
      assertThat(rule(GGD, GP.on(date).batch(""))).isEmpty();
      assertThat(rule(GGD, GP.on(date).place("2"))).isEmpty();
      assertThat(rule(GGD.place(""), GP.on(date).place(""))).isEmpty();
      assertThat(rule(GGD.place("n/a"), GP.on(date).place("n/a"))).isEmpty();
      assertThat(rule(GGD.on("2020-04-01"), GP.on(date))).isEmpty();
    }

    @Test
    void canBeReportedByThree() {
      assertThat(joined(GGD, GP.on("2021-05-02"), TestReport.by("home").of("covid")))
          .singleElement()
          .satisfies(it -> assertThat(it.others()).hasSize(2));
    }

    @Test
    void ofAVaccineThatLeftTheCatalogueIsStillOne() {
      assertThat(rule(GGD.of("gone"), GP.of("gone"))).contains(JoinRule.SAME_DAY);
      assertThat(rule(GGD.of("gone"), GP)).isEmpty();
    }
  }

  @Nested
  class TwoDoses {

    @Test
    void areWhatOneSourceReportsTwice() {
      assertThat(rule(GGD, GGD.identifier("other"))).isEmpty();
    }

    @Test
    void haveBatchesThatContradictEachOther() {
      assertThat(rule(GGD, GP.batch("FD7958"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"n/a", "nvt", "onbekend", "-", "000"})
    void areNotJoinedByAWordThatStandsForNoBatch(String none) {
      assertThat(rule(GGD.batch(none), GP.batch(none).on("2021-05-03"))).isEmpty();
      assertThat(rule(GGD, GP.batch(none))).contains(JoinRule.SAME_DAY);
    }

    @Test
    void areOfTwoVaccinesOnOneDay() {
      assertThat(rule(GGD.batch(""), GP.of("flu").batch(""))).isEmpty();
      assertThat(rule(GGD.batch(""), GP.of("spikevax").batch(""))).isEmpty();
      assertThat(rule(GGD.of("dktp-hib-hepb").batch(""), GP.of("pneu").batch(""))).isEmpty();
      assertThat(rule(GGD.of("dktp").batch(""), GP.of("dtp").batch(""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 21, 28, 42})
    void ofAScheduleAreNeverJoinedWhoeverReportsThem(int days) {
      List<TestReport> series =
          Stream.iterate(0, it -> it < 5, it -> it + 1)
              .map(it -> (it % 2 == 0 ? GGD : GP).on(day(it * days)))
              .toList();
      assertThat(joined(series.toArray(TestReport[]::new))).hasSize(5);
    }

    @Test
    void areNotJoinedByAChainOfNearDates() {
      assertThat(
              joined(
                  GGD.batch(""),
                  GP.batch("").on("2021-05-02"),
                  TestReport.by("home").batch("").on("2021-05-03")))
          .hasSize(2);
      assertThat(joined(GGD, GP.on("2021-05-04"), TestReport.by("home").on("2021-05-07")))
          .hasSize(2);
    }

    @Test
    void areNotJoinedByAReportThatCouldBeEither() {
      TestReport second = GGD.on("2021-05-03").identifier("second");
      assertThat(joined(GGD, second, GP.on("2021-05-02"))).hasSize(2);
      assertThat(
              joined(GGD.batch(""), GP.of("covid").batch(""), TestReport.by("home").of("spikevax")))
          .hasSize(2);
    }

    @Test
    void areWhatStaffHavePartedAndOnlyThat() {
      TestReport home = TestReport.by("home");
      assertThat(joining.vaccinations(List.of(GGD.report(GP.dose()), GP.report()))).hasSize(2);
      assertThat(joining.vaccinations(List.of(GGD.report(), GP.report(GGD.dose())))).hasSize(2);
      assertThat(joining.vaccinations(List.of(GGD.report(GP.dose()), GP.report(), home.report())))
          .hasSize(2);
      assertThat(joining.vaccinations(List.of(GGD.report(home.dose()), GP.report()))).hasSize(1);
    }
  }

  @Nested
  class TheReportThatLeads {

    @Test
    void namesTheVaccineMostPrecisely() {
      assertThat(leading(GGD.of("covid"), GP.of("covid-mrna"), TestReport.by("zz")))
          .isEqualTo("zz");
    }

    @Test
    void hasAWholeDateThenABatch() {
      assertThat(leading(GGD.on("2021-05"), GP)).isEqualTo("gp");
      assertThat(leading(GGD.batch(""), GP)).isEqualTo("gp");
    }

    @Test
    void isTheSameInWhateverOrderTheyCame() {
      assertThat(leading(GGD, GP)).isEqualTo(leading(GP, GGD)).isEqualTo("ggd");
    }

    private String leading(TestReport... reports) {
      List<Vaccination> joined = joined(reports);
      assertThat(joined).hasSize(1);
      return joined.getFirst().leading().source();
    }
  }

  @Test
  void showsTheNewestFirst() {
    assertThat(joined(GGD.on("2020-01-01"), GGD.on("2022-01-01"), GP.on("2021")))
        .extracting(it -> it.leading().occurredOn().year())
        .containsExactly(2022, 2021, 2020);
  }

  @Test
  void showsNothingOfNothing() {
    assertThat(joined()).isEmpty();
  }

  private static String day(int afterTheFirst) {
    return LocalDate.of(2021, 1, 4).plusDays(afterTheFirst).toString();
  }

  /// The rule that joined the two, whichever comes first; empty if they are two doses.
  private Optional<JoinRule> rule(TestReport one, TestReport other) {
    List<Vaccination> there = joined(one, other);
    assertThat(joined(other, one)).isEqualTo(there);
    return there.size() == 2
        ? Optional.empty()
        : Optional.of(there.getFirst().others().getFirst().rule());
  }

  private List<Vaccination> joined(TestReport... reports) {
    return joining.vaccinations(Stream.of(reports).map(TestReport::report).toList());
  }
}
