// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Outcome.Quarantined;
import nl.cims.registry.intake.Outcome.Recorded;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// What waits can be seen and taken up again, without anything about a person; and the accounts say
/// what became of everything that came in.
class QuarantineIT {

  private static final Sender GP = Sender.of("gp-jansen", Party.Channel.FHIR);

  private final RegistryProcess registry = RegistryProcess.running();
  private final Intake intake = registry.bean(Intake.class);
  private final Quarantine quarantine = registry.bean(Quarantine.class);
  private final Reports dose = Reports.of(TestNumbers.fresh());

  @Test
  void showsWhatWaitsAndWhyUntilItCounts() {
    UUID tomorrow = waiting(dose.on(LocalDate.now().plusDays(1).toString()));
    assertThat(item(tomorrow))
        .hasValueSatisfying(
            item -> {
              assertThat(item.source()).isEqualTo("gp-jansen");
              assertThat(item.parked()).isFalse();
              assertThat(item.reasons())
                  .extracting(Outcome.Reason::rule)
                  .containsExactly(Outcome.Rule.IN_FUTURE);
            });
    assertThat(quarantine.redrive(tomorrow)).containsInstanceOf(Quarantined.class);
    assertThat(twoDaysLater().redrive(tomorrow)).containsInstanceOf(Recorded.class);
    assertThat(item(tomorrow)).isEmpty();
    assertThat(twoDaysLater().redrive(tomorrow)).containsInstanceOf(Outcome.Duplicate.class);
  }

  @Test
  void movesFromOneAccountToTheOtherWhenItCounts() {
    Balance before = balance();
    UUID tomorrow = waiting(dose.on(LocalDate.now().plusDays(1).toString()));
    accept(dose.on(LocalDate.now().plusDays(1).toString()));
    assertThat(balance().received() - before.received()).isEqualTo(2);
    assertThat(balance().quarantined() - before.quarantined()).isEqualTo(1);
    assertThat(balance().duplicate() - before.duplicate()).isEqualTo(1);
    twoDaysLater().redrive(tomorrow);
    assertThat(balance().quarantined()).isEqualTo(before.quarantined());
    assertThat(balance().applied() - before.applied()).isEqualTo(1);
    assertThat(balance().isConserved()).isTrue();
  }

  @Test
  void takesAVaccineThatItsSourceMayNotReport() {
    Sender limited = Sender.of("opvang-noord", Party.Channel.FHIR);
    assertThat(intake.accept(limited, dose.message(), List.of(dose.report())))
        .singleElement()
        .isInstanceOfSatisfying(
            Quarantined.class,
            answer ->
                assertThat(answer.reasons())
                    .containsExactly(
                        new Outcome.Reason(Outcome.Rule.NOT_AGREED, Outcome.Field.VACCINE)));
    assertThat(accept(dose)).isInstanceOf(Recorded.class);
  }

  @Test
  void canBeWatchedPerSourceAndChannel() {
    accept(dose);
    registry.bean(Meters.class).renew();
    assertThat(gauge("cims.intake.reports", Tags.of("account", "received")))
        .isEqualTo(balance().received());
    assertThat(
            Stream.of("applied", "duplicate", "parked", "quarantined", "refused", "pending")
                .mapToDouble(it -> gauge("cims.intake.reports", Tags.of("account", it)))
                .sum())
        .isEqualTo(balance().received());
    assertThat(gauge("cims.intake.unaccounted", Tags.empty())).isZero();
    assertThat(gauge("cims.intake.silence", Tags.empty())).isBetween(0.0, 3600.0);
  }

  private double gauge(String name, Tags more) {
    return registry
        .bean(MeterRegistry.class)
        .get(name)
        .tags(Tags.of("source", "gp-jansen", "channel", "FHIR").and(more))
        .gauge()
        .value();
  }

  @Test
  void accountsForWhatWasRefusedAndWhatIsStillToBeTakenUp() {
    Balance before = balance();
    intake.unreadable(GP, 3);
    intake.announce(GP, 2);
    accept(dose);
    accept(dose.batch("OTHER"));
    intake.accept(
        Sender.announced("gp-jansen", Party.Channel.FHIR),
        dose.message(),
        List.of(dose.named("another").report()));
    intake.unreadable(Sender.announced("gp-jansen", Party.Channel.FHIR), 1);
    Balance after = balance();
    assertThat(after.refused() - before.refused()).isEqualTo(5);
    assertThat(after.applied() - before.applied()).isEqualTo(2);
    assertThat(after.pending()).isEqualTo(before.pending());
    assertThat(after.received() - before.received()).isEqualTo(7);
    assertThat(after.isConserved()).isTrue();
  }

  @Test
  void takesEverythingUpAgainAndLetsNothingBlockTheRest() {
    UUID hopeless = waiting(dose.code("0000000"));
    UUID tomorrow =
        waiting(Reports.of(TestNumbers.fresh()).on(LocalDate.now().plusDays(1).toString()));
    UUID parked = waiting(Reports.of(TestNumbers.fresh()).as(Intention.CORRECT));
    assertThat(twoDaysLater().redriveAll(Optional.of("gp-jansen"))).isPositive();
    assertThat(item(tomorrow)).isEmpty();
    assertThat(item(hopeless)).isPresent();
    assertThat(item(parked)).hasValueSatisfying(item -> assertThat(item.parked()).isTrue());
  }

  @Test
  void letsNobodyChangeTheAccounts() {
    accept(dose);
    assertThatThrownBy(
            () ->
                registry.owner().sql("UPDATE intake.ledger SET applied = 0, received = 0").update())
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("append-only");
    assertThatThrownBy(
            () ->
                registry
                    .bean(JdbcClient.class)
                    .sql(
                        "INSERT INTO intake.ledger (at, source, channel, received, applied, duplicate, parked, quarantined, refused, pending)"
                            + " VALUES (now(), 'x', 'FHIR', 2, 1, 0, 0, 0, 0, 0)")
                    .update())
        .rootCause()
        .hasMessageContaining("check constraint");
  }

  private UUID waiting(Reports report) {
    return ((Quarantined) accept(report)).receipt().message();
  }

  private Outcome accept(Reports report) {
    return intake.accept(GP, report.message(), List.of(report.report())).getFirst();
  }

  private Optional<Quarantine.Item> item(UUID id) {
    Optional<Quarantine.Mark> mark = Optional.empty();
    while (true) {
      List<Quarantine.Item> some = quarantine.list(Optional.of("gp-jansen"), mark, 50);
      Optional<Quarantine.Item> found =
          some.stream().filter(each -> each.id().equals(id)).findFirst();
      if (found.isPresent() || some.isEmpty()) {
        return found;
      }
      mark = Optional.of(some.getLast().mark());
    }
  }

  private Balance balance() {
    return intake.balances().stream()
        .filter(each -> each.source().equals("gp-jansen"))
        .filter(each -> each.channel() == Party.Channel.FHIR)
        .findFirst()
        .orElse(
            new Balance(
                "gp-jansen", Party.Channel.FHIR, 0, 0, 0, 0, 0, 0, 0, java.time.Instant.EPOCH));
  }

  /// The same quarantine, two days on.
  private Quarantine twoDaysLater() {
    return new Quarantine(
        registry.bean(Registration.class),
        registry.bean(Inbox.class),
        registry.bean(Ledger.class),
        registry.bean(Waiting.class),
        registry.bean(PlatformTransactionManager.class),
        Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
  }
}
