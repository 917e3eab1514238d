// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Outcome.Duplicate;
import nl.cims.registry.intake.Outcome.Quarantined;
import nl.cims.registry.intake.Outcome.Recorded;
import nl.cims.registry.intake.Outcome.Refused;
import nl.cims.registry.intake.Outcome.Rule;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.person.People;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who refused to share his dose is counted, and nothing leads to him.
class ConsentIT {

  private static final Sender GGD = Sender.of("ggd-utrecht", Party.Channel.FHIR);

  private final RegistryProcess registry = RegistryProcess.running();
  private final Intake intake = registry.bean(Intake.class);
  private final Bsn bsn = TestNumbers.fresh();
  private final Reports dose = Reports.of(bsn);

  private final Reports unshared = dose.shared(Sharing.REFUSED).surname("Zwijgerkanarie");

  @Test
  void countsTheDoseAndLeadsToNobody() {
    Recorded answer = (Recorded) accept(unshared);
    assertThat(answer.receipt().anonymous()).isTrue();
    assertThat(registry.bean(People.class).find(bsn)).isEmpty();
    assertThat(
            owner()
                .sql(
                    "SELECT product || batch || age_cohort FROM immunisation.state WHERE dose = ?"
                        + " AND link IS NULL")
                .param(answer.receipt().id())
                .query(String.class)
                .single())
        .isEqualTo("comirnatyEJ679635-39");
  }

  @Test
  void keepsNoBytesOfItNorOfAnybodyElsesMessageAroundIt() {
    Reports shared = Reports.of(TestNumbers.fresh());
    List<Outcome> answers = accept(List.of(unshared, shared));
    assertThat(answers).allMatch(Recorded.class::isInstance);
    assertThat(messageOf((Recorded) answers.getFirst())).isEmpty();
    assertThat(messageOf((Recorded) answers.getLast())).isPresent();
    assertThat(
            owner()
                .sql("SELECT media_type FROM intake.message WHERE id = ?")
                .param(messageOf((Recorded) answers.getLast()).orElseThrow())
                .query(String.class)
                .single())
        .isEqualTo("application/vnd.cims.canonical");
  }

  @Test
  void refusesWhatItCouldOnlyKeepForRepair() {
    assertThat(((Refused) accept(unshared.code("0000000"))).reasons())
        .extracting(Outcome.Reason::rule)
        .containsExactly(Rule.VACCINE_UNKNOWN);
  }

  private Optional<UUID> messageOf(Recorded answer) {
    return owner()
        .sql("SELECT message FROM intake.report WHERE id = ? AND message IS NOT NULL")
        .param(answer.receipt().message())
        .query(UUID.class)
        .optional();
  }

  @Test
  void parksLaterStatesWithNothingThatLeadsToThePersonWhoRefused() {
    assertThat(accept(unshared.as(Intention.WITHDRAW))).isInstanceOf(Quarantined.class);
    assertThat(accept(unshared.as(Intention.CORRECT).batch("OTHER")))
        .isInstanceOf(Quarantined.class);
    assertThat(accept(unshared)).isInstanceOf(Recorded.class);
    assertThat(registry.bean(People.class).find(bsn)).isEmpty();
    assertThat(
            owner()
                .sql(
                    "SELECT event FROM immunisation.state s JOIN intake.report r ON r.dose = s.dose"
                        + " WHERE r.id = ? ORDER BY step DESC LIMIT 1")
                .param(((Duplicate) accept(unshared)).receipt().message())
                .query(String.class)
                .single())
        .isEqualTo("WITHDRAWN");
  }

  private Outcome accept(Reports report) {
    return accept(List.of(report)).getFirst();
  }

  private List<Outcome> accept(List<Reports> reports) {
    return intake.accept(
        GGD, reports.getFirst().message(), reports.stream().map(Reports::report).toList());
  }

  private JdbcClient owner() {
    return registry.owner();
  }
}
