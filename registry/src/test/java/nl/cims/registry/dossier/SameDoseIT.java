// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.contracts.citizen.JoinRule;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Citizen;
import nl.cims.registry.access.Party;
import nl.cims.registry.immunisation.DoseId;
import nl.cims.registry.immunisation.Parting;
import nl.cims.registry.immunisation.Parting.Act;
import nl.cims.registry.immunisation.Parting.Judgement;
import nl.cims.registry.immunisation.Parting.Outcome;
import nl.cims.registry.immunisation.Partings;
import nl.cims.registry.immunisation.SeenBatches;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Outcome.Recorded;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.intake.Reports;
import nl.cims.registry.intake.Sender;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One dose from two senders, seen through the dossier; and staff who know better.
class SameDoseIT {

  private static final String GGD = "ggd-utrecht";
  private static final String GP = "gp-jansen";
  private static final Judgement JUDGEMENT =
      new Judgement("staff-7", "Volgens Kanariepiet zelf waren het twee prikken");

  private final RegistryProcess registry = RegistryProcess.running();
  private final Partings partings = registry.bean(Partings.class);
  private final Bsn bsn = TestNumbers.fresh();
  private final Reports dose = Reports.of(bsn);
  private final Reports again = Reports.of(bsn).on("2021-01-09");

  @Test
  void isShownOnceWithBothSourcesAndTheRule() {
    accept(GP, again);
    accept(GGD, dose);
    assertThat(vaccinations(bsn))
        .singleElement()
        .satisfies(
            shown -> {
              assertThat(shown.reportedBy()).isEqualTo("GGD regio Utrecht");
              assertThat(shown.date()).isEqualTo("2021-01-08");
              assertThat(shown.others())
                  .singleElement()
                  .satisfies(
                      other -> {
                        assertThat(other.reportedBy()).isEqualTo("Huisartsenpraktijk Jansen");
                        assertThat(other.date()).isEqualTo("2021-01-09");
                        assertThat(other.rule()).isEqualTo(JoinRule.SAME_BATCH);
                      });
            });
  }

  @Test
  void isTwoAgainWhenOneSourceCorrectsOrWithdrawsItsReport() {
    accept(GGD, dose);
    accept(GP, again);
    accept(GP, again.on("2021-01-29").as(Intention.CORRECT));
    assertThat(vaccinations(bsn)).hasSize(2).allMatch(it -> it.others().isEmpty());
    accept(GP, again.as(Intention.WITHDRAW));
    assertThat(vaccinations(bsn)).hasSize(1);
  }

  @Test
  void joinsNobodyElses() {
    Bsn twin = TestNumbers.fresh();
    accept(GGD, dose);
    accept(GP, Reports.of(twin));
    assertThat(vaccinations(bsn)).singleElement().matches(it -> it.others().isEmpty());
    assertThat(vaccinations(twin)).singleElement().matches(it -> it.others().isEmpty());
  }

  @Nested
  class Staff {

    private final DoseId one = accept(GGD, dose);
    private final DoseId other = accept(GP, again);

    @Test
    void partThemAndJoinThemAgain() {
      assertThat(partings.part(other, one, JUDGEMENT)).isEqualTo(Outcome.DECIDED);
      assertThat(vaccinations(bsn)).hasSize(2).allMatch(it -> it.others().isEmpty());

      assertThat(partings.undo(one, other, JUDGEMENT)).isEqualTo(Outcome.DECIDED);
      assertThat(vaccinations(bsn)).singleElement().matches(it -> it.others().size() == 1);

      assertThat(partings.part(one, other, JUDGEMENT)).isEqualTo(Outcome.DECIDED);
      assertThat(vaccinations(bsn)).hasSize(2);
      assertThat(partings.about(one))
          .isEqualTo(partings.about(other))
          .extracting(Parting::act)
          .containsExactly(Act.PARTED, Act.UNDONE, Act.PARTED);
      assertThat(partings.about(one)).extracting(Parting::judgement).containsOnly(JUDGEMENT);
    }

    @Test
    void writeNothingWhereItHoldsAlready() {
      assertThat(partings.undo(one, other, JUDGEMENT)).isEqualTo(Outcome.HELD_ALREADY);
      partings.part(one, other, JUDGEMENT);
      assertThat(partings.part(other, one, JUDGEMENT)).isEqualTo(Outcome.HELD_ALREADY);
      assertThat(partings.about(one)).hasSize(1);
    }

    @Test
    void cannotPartDosesOfTwoPeopleOrWhatIsUnknown() {
      DoseId strangers = accept(GP, Reports.of(TestNumbers.fresh()));
      DoseId nobodys = accept(GP, Reports.of(bsn).shared(Sharing.REFUSED));
      DoseId unknown = new DoseId(UUID.randomUUID());
      for (DoseId wrong : List.of(strangers, nobodys, unknown, one)) {
        assertThat(partings.part(one, wrong, JUDGEMENT)).isEqualTo(Outcome.NOT_ONE_PERSONS);
      }
      assertThat(partings.about(one)).isEmpty();
    }

    @Test
    void leaveATraceThatNobodyChangesAndThatNamesNobody() {
      partings.part(one, other, JUDGEMENT);
      assertThatThrownBy(
              () ->
                  registry.bean(JdbcClient.class).sql("DELETE FROM immunisation.parting").update())
          .rootCause()
          .hasMessageContaining("permission denied");
      for (String change :
          List.of(
              "DELETE FROM immunisation.parting",
              "UPDATE immunisation.parting SET act = 'UNDONE'",
              "TRUNCATE immunisation.parting")) {
        assertThatThrownBy(() -> registry.owner().sql(change).update())
            .isInstanceOf(DataAccessException.class)
            .rootCause()
            .hasMessageContaining("append-only");
      }
      assertThat(
              registry
                  .owner()
                  .sql("SELECT t::text || encode(reason, 'escape') FROM immunisation.parting t")
                  .query(String.class)
                  .list())
          .isNotEmpty()
          .noneMatch(row -> row.contains("Kanarie"));
    }
  }

  @Test
  void countsTheBatchesThatReportsNameWithAndWithoutAPerson() {
    String batch = "SEEN" + UUID.randomUUID();
    accept(GGD, dose.batch(batch));
    accept(GP, again.batch(batch));
    accept(GP, Reports.of(TestNumbers.fresh()).shared(Sharing.REFUSED).batch(batch));
    Reports mistake = Reports.of(TestNumbers.fresh()).batch(batch);
    accept(GP, mistake);
    accept(GP, mistake.as(Intention.WITHDRAW));
    assertThat(registry.bean(SeenBatches.class).of("comirnaty"))
        .filteredOn(it -> it.batch().value().equals(batch))
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.reports()).isEqualTo(3);
              assertThat(seen.first()).isEqualTo("2021-01-08");
              assertThat(seen.last()).isEqualTo("2021-01-09");
            });
    assertThat(registry.bean(SeenBatches.class).of("never-heard-of")).isEmpty();
  }

  @Test
  void hidesWhatItSaysFromLogs() {
    assertThat(JUDGEMENT.toString()).doesNotContain("Kanarie");
    accept(GGD, dose);
    accept(GP, again);
    VaccinationView shown = vaccinations(bsn).getFirst();
    assertThat(List.of(shown, shown.sent(), shown.others().getFirst()).toString())
        .contains("hidden")
        .doesNotContain("2021", "EJ6796");
  }

  private DoseId accept(String source, Reports report) {
    Recorded answer =
        (Recorded)
            registry
                .bean(Intake.class)
                .accept(
                    Sender.of(source, Party.Channel.FHIR),
                    report.message(),
                    List.of(report.report()))
                .getFirst();
    return new DoseId(answer.receipt().id());
  }

  private List<VaccinationView> vaccinations(Bsn whose) {
    return registry
        .bean(Dossiers.class)
        .open(
            new Citizen("test", whose, Optional.of(AssuranceLevel.SUBSTANTIEEL)),
            new Look("test", ""))
        .vaccinations();
  }
}
