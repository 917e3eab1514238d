// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.accesslog.Inspections.Line;
import nl.cims.registry.accesslog.Inspections.Period;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What staff who watch over the register see of the log, and that they are seen.
class InspectionsIT {

  private final RegistryProcess registry = RegistryProcess.running();
  private final Inspections inspections = registry.bean(Inspections.class);
  private final Bsn bsn = TestNumbers.fresh();
  private final Instant now = Clock.systemUTC().instant();
  private final Period today =
      new Period(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)));

  @Test
  void seeWhatWasDoneWithSomebodysDataAndThisLookToo() {
    new WrittenLog().write(2, bsn);
    List<Line> lines = inspections.ofPerson(look(), bsn, today, 10);
    assertThat(lines)
        .extracting(line -> line.entry().act().kind())
        .containsExactlyInAnyOrder(Kind.LOG_VIEW, Kind.DOSSIER_VIEW, Kind.DOSSIER_VIEW);
    assertThat(lines)
        .extracting(Line::subject)
        .doesNotContainNull()
        .containsOnly(lines.getFirst().subject());
    assertThat(lines.toString()).contains("J. Collega").doesNotContain(bsn.reveal());
    assertThat(inspections.ofPerson(look(), bsn, today, 1)).hasSize(1);
  }

  @Test
  void seeWhatAnEmployeeDidAndThisLookToo() {
    new WrittenLog().write(1, bsn);
    List<Line> lines = inspections.ofEmployee(look(), "staff-7", today, 500);
    assertThat(lines).allMatch(line -> line.entry().caller().id().equals("staff-7"));
    assertThat(lines)
        .anyMatch(line -> line.subject().isEmpty() && line.entry().act().kind() == Kind.LOG_VIEW);
    assertThat(inspections.ofEmployee(look(), "nobody", today, 10)).isEmpty();
  }

  @Test
  void seeNothingWhereTheirLookCannotBeWritten() {
    JdbcClient owner = registry.owner();
    owner.sql("REVOKE INSERT ON accesslog.entry FROM registry_app").update();
    try {
      assertThatThrownBy(() -> inspections.ofPerson(look(), bsn, today, 10))
          .rootCause()
          .hasMessageContaining("permission denied");
    } finally {
      owner.sql("GRANT INSERT ON accesslog.entry TO registry_app").update();
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> inspections.ofPerson(WrittenLog.look(now, Kind.DOSSIER_VIEW), bsn, today, 10));
  }

  private LogEntry look() {
    return WrittenLog.look(now, Kind.LOG_VIEW);
  }
}
