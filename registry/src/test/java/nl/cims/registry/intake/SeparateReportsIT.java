// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Party.Channel;
import nl.cims.registry.intake.Outcome.Recorded;
import nl.cims.registry.intake.Outcome.Refused;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reports that share a transaction and nothing else.
class SeparateReportsIT {

  private static final Sender SENDER = Sender.of("ziekenhuis-oost", Channel.CSV);

  private final RegistryProcess registry = RegistryProcess.running();
  private final Intake intake = registry.bean(Intake.class);
  private final TransactionTemplate transaction =
      new TransactionTemplate(registry.bean(PlatformTransactionManager.class));
  private final Reports dose = Reports.of(TestNumbers.fresh());

  @Test
  void takeNoOtherAlongWhenTheyAreRefused() {
    List<Outcome> outcomes = accept(dose, dose.batch("OTHER"), Reports.of(TestNumbers.fresh()));
    assertThat(outcomes.get(0)).isInstanceOf(Recorded.class);
    assertThat(outcomes.get(1)).isInstanceOf(Refused.class);
    assertThat(outcomes.get(2)).isInstanceOf(Recorded.class);
    assertThat(intake.balances()).allMatch(Balance::isConserved);
  }

  @Test
  void leaveNothingBehindWhenTheyAreRefused() {
    Reports correction =
        Reports.of(TestNumbers.fresh())
            .as(Intention.CORRECT)
            .code("0000000")
            .shared(Sharing.REFUSED);
    long before = vaccinations();
    assertThat(accept(correction)).singleElement().isInstanceOf(Refused.class);
    assertThat(vaccinations()).isEqualTo(before);
  }

  @Test
  void areGoneTogetherWithWhatTheCallerDidNotCommit() {
    long before = vaccinations();
    transaction.executeWithoutResult(
        status -> {
          intake.acceptEach(SENDER, List.of(single(dose)));
          status.setRollbackOnly();
        });
    assertThat(vaccinations()).isEqualTo(before);
  }

  @Test
  void needATransactionOfTheCaller() {
    assertThatThrownBy(() -> intake.acceptEach(SENDER, List.of(single(dose))))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  private List<Outcome> accept(Reports... reports) {
    return transaction.execute(
        status ->
            intake.acceptEach(SENDER, Stream.of(reports).map(SeparateReportsIT::single).toList()));
  }

  private static Single single(Reports reports) {
    return Single.extracted(reports.report());
  }

  private long vaccinations() {
    return registry
        .owner()
        .sql("SELECT count(*) FROM intake.vaccination")
        .query(Long.class)
        .single();
  }
}
