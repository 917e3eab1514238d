// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.JoinRule;
import nl.cims.contracts.citizen.PlanningView.Plan;
import nl.cims.contracts.citizen.PlanningView.Stage;
import nl.cims.contracts.citizen.PlanningView.Window;
import nl.cims.registry.catalogue.RealCatalogue;
import nl.cims.registry.immunisation.Circumstances;
import nl.cims.registry.immunisation.DoseId;
import nl.cims.registry.immunisation.LifeCycle;
import nl.cims.registry.immunisation.State;
import nl.cims.registry.immunisation.Vaccination;
import nl.cims.registry.immunisation.Vaccinee;
import nl.cims.registry.protection.ErasableKey;
import nl.cims.vocabulary.PartialDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// How far somebody is, by the schedule that is shipped.
class PlanningTest {

  private final Planning planning =
      new Planning(
          new Schedules(new JsonMapper(), RealCatalogue.programmes(), RealCatalogue.vaccines()),
          RealCatalogue.vaccines());

  @Test
  void isThereForEachProgrammeWithASchedule() {
    assertThat(planning.of(List.of()))
        .containsExactly(
            new Plan("COVID", Stage.NOTHING_RECEIVED, 0, Optional.empty(), Optional.empty()));
  }

  @Nested
  class OneDose {

    @ParameterizedTest
    @CsvSource({
      "comirnaty, 2021-05-22, 2021-06-12",
      "spikevax, 2021-05-29, 2021-06-12",
      "vaxzevria, 2021-05-29, 2021-07-24"
    })
    void isFollowedByTheNextInTheWindowOfItsProduct(
        String product, LocalDate from, LocalDate until) {
      assertThat(covid(dose(product, "2021-05-01")))
          .isEqualTo(
              new Plan(
                  "COVID",
                  Stage.NEXT_DOSE,
                  1,
                  Optional.of("2021-05-01"),
                  Optional.of(new Window(from, until))));
    }

    @Test
    void ofJcovdenIsAll() {
      assertThat(covid(dose("jcovden", "2021-06-01")))
          .isEqualTo(
              new Plan("COVID", Stage.COMPLETE, 1, Optional.of("2021-06-01"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"covid", "covid-mrna", "nuvaxovid"})
    void ofAProductOfWhichNobodySaysMoreHasNoWindow(String product) {
      assertThat(covid(dose(product, "2021-05-01")))
          .isEqualTo(
              new Plan("COVID", Stage.NEXT_DOSE, 1, Optional.of("2021-05-01"), Optional.empty()));
    }

    @Test
    void ofAVaccineThatLeftTheCatalogueIsOfNoProgramme() {
      assertThat(covid(dose("left-the-catalogue", "2021-05-01")).stage())
          .isEqualTo(Stage.NOTHING_RECEIVED);
    }

    @ParameterizedTest
    @CsvSource({"2021", "2021-05"})
    void ofWhichTheDayIsUnknownHasNoWindow(String day) {
      assertThat(covid(dose("comirnaty", day)))
          .isEqualTo(new Plan("COVID", Stage.NEXT_DOSE, 1, Optional.of(day), Optional.empty()));
    }

    @Test
    void fromBeforeTheFirstScheduleIsPlannedByIt() {
      assertThat(covid(dose("comirnaty", "2020-12-01")).next())
          .contains(new Window(LocalDate.of(2020, 12, 22), LocalDate.of(2021, 1, 12)));
    }
  }

  @Nested
  class MoreDoses {

    @Test
    void ofTwoProductsAreCompleteInWhateverOrderTheyAreGiven() {
      Vaccination first = dose("vaxzevria", "2021-04-01");
      Vaccination second = dose("comirnaty", "2021-06-20");
      Plan complete =
          new Plan("COVID", Stage.COMPLETE, 2, Optional.of("2021-06-20"), Optional.empty());
      assertThat(covid(first, second)).isEqualTo(complete);
      assertThat(covid(second, first)).isEqualTo(complete);
    }

    @Test
    void afterTheSeriesAreNoPartOfIt() {
      assertThat(
              covid(
                  dose("comirnaty", "2022-01-10"),
                  dose("comirnaty", "2021-06-20"),
                  dose("comirnaty", "2021-05-20")))
          .isEqualTo(
              new Plan("COVID", Stage.COMPLETE, 2, Optional.of("2021-06-20"), Optional.empty()));
      assertThat(covid(dose("jcovden", "2021-06-01"), dose("comirnaty", "2022-01-10")).last())
          .contains("2021-06-01");
    }

    @Test
    void ofAnotherProgrammeDoNotCount() {
      assertThat(
              covid(
                  dose("comirnaty", "2021-05-01"),
                  dose("flu", "2021-10-01"),
                  dose("bmr", "2021-11-01")))
          .extracting(Plan::stage, Plan::received)
          .containsExactly(Stage.NEXT_DOSE, 1);
    }

    @Test
    void thatTwoSendersReportedCountOnce() {
      Vaccination dose = dose("comirnaty", "2021-05-01");
      State other = dose("covid", "2021-05-02").leading();
      Vaccination joined =
          new Vaccination(dose.leading(), List.of(new Vaccination.Other(other, JoinRule.NEXT_DAY)));
      assertThat(covid(joined)).isEqualTo(covid(dose));
    }
  }

  @Test
  void neverShowsWhatItSaysInALog() {
    assertThat(covid(dose("comirnaty", "2021-05-01")).toString()).doesNotContain("2021");
  }

  private Plan covid(Vaccination... doses) {
    return planning.of(Stream.of(doses).toList()).getFirst();
  }

  private static Vaccination dose(String product, String day) {
    UUID id = UUID.randomUUID();
    return new Vaccination(
        new State(
            id,
            new DoseId(id),
            1,
            LifeCycle.RECORDED,
            Optional.of(new Vaccinee(ErasableKey.fresh())),
            "ggd-utrecht",
            product,
            Optional.empty(),
            PartialDate.parse(day),
            Optional.empty(),
            new Circumstances("", List.of(), "", "", "", "", "", "", "", "", ""),
            Instant.EPOCH),
        List.of());
  }
}
