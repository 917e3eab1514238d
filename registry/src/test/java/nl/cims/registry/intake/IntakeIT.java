// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.VaccinationView;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Citizen;
import nl.cims.registry.access.Party;
import nl.cims.registry.dossier.Dossiers;
import nl.cims.registry.dossier.Look;
import nl.cims.registry.intake.Outcome.Duplicate;
import nl.cims.registry.intake.Outcome.Quarantined;
import nl.cims.registry.intake.Outcome.Recorded;
import nl.cims.registry.intake.Outcome.Refused;
import nl.cims.registry.intake.Outcome.Rule;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.person.People;
import nl.cims.registry.protection.CellDamaged;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What becomes of reports, seen through the dossier and, for what must not be there, in the
/// database itself.
class IntakeIT {

  private static final Sender GGD = Sender.of("ggd-utrecht", Party.Channel.FHIR);

  private final RegistryProcess registry = RegistryProcess.running();
  private final Intake intake = registry.bean(Intake.class);
  private final Bsn bsn = TestNumbers.fresh();
  private final Reports dose = Reports.of(bsn);

  @Nested
  class ExactlyOnce {

    @Test
    void recordsADoseAsItsSourceReportedIt() {
      assertThat(accept(dose)).isInstanceOf(Recorded.class);
      assertThat(vaccinations(bsn))
          .singleElement()
          .satisfies(
              shown -> {
                assertThat(shown.name().nl()).isEqualTo("COVID-19 (Comirnaty)");
                assertThat(shown.batchNumber()).contains("EJ6796");
                assertThat(shown.date()).isEqualTo("2021-01-08");
                assertThat(shown.reportedBy()).isEqualTo("GGD regio Utrecht");
                assertThat(shown.corrected()).isFalse();
              });
    }

    @Test
    void givesTheSameMessageTheSameReceiptAndOneEffect() {
      Recorded first = (Recorded) accept(dose);
      Duplicate second = (Duplicate) accept(dose);
      assertThat(second.receipt()).isEqualTo(first.receipt());
      assertThat(vaccinations(bsn)).hasSize(1);
    }

    @Test
    void hasOneEffectWhenTheSameMessageComesManyTimesAtOnce() throws Exception {
      Callable<Outcome> send = () -> accept(dose);
      try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Outcome>> answers =
            senders.invokeAll(IntStream.range(0, 12).mapToObj(i -> send).toList());
        assertThat(answers.stream().map(Future::resultNow).filter(Recorded.class::isInstance))
            .hasSize(1);
        assertThat(answers.stream().map(Future::resultNow).filter(Duplicate.class::isInstance))
            .hasSize(11);
      }
      assertThat(vaccinations(bsn)).hasSize(1);
    }

    @Test
    void surviveTwoMessagesThatNameTheSamePeopleInOppositeOrder() throws Exception {
      List<Reports> people =
          IntStream.range(0, 40).mapToObj(i -> Reports.of(TestNumbers.fresh())).toList();
      Callable<List<Outcome>> there =
          () -> accept(people.stream().map(it -> it.named(it.identifier() + "a")).toList());
      Callable<List<Outcome>> back =
          () ->
              accept(
                  people.reversed().stream().map(it -> it.named(it.identifier() + "b")).toList());
      try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<List<Outcome>> answer : senders.invokeAll(List.of(there, back))) {
          assertThat(answer.resultNow()).allMatch(Recorded.class::isInstance);
        }
      }
      assertThat(vaccinations(people.getFirst().bsn())).hasSize(2);
    }

    @Test
    void refusesAKnownIdentifierWithOtherContentAndChangesNothing() {
      accept(dose);
      assertThat(rules(accept(dose.batch("OTHER")))).containsExactly(Rule.OTHER_CONTENT);
      assertThat(vaccinations(bsn))
          .singleElement()
          .satisfies(it -> assertThat(it.batchNumber()).contains("EJ6796"));
    }

    @Test
    void keepsTheIdentifiersOfTwoSourcesApart() {
      accept(dose);
      assertThat(
              intake.accept(
                  Sender.of("gp-jansen", Party.Channel.FHIR),
                  dose.message(),
                  List.of(dose.batch("OTHER").report())))
          .singleElement()
          .isInstanceOf(Recorded.class);
    }
  }

  @Nested
  class LaterStates {

    private final Reports correction = dose.as(Intention.CORRECT).batch("EP2163");

    @Test
    void showsACorrectionInsteadOfTheOriginal() {
      accept(dose);
      assertThat(accept(correction)).isInstanceOf(Recorded.class);
      assertThat(accept(correction)).isInstanceOf(Duplicate.class);
      assertThat(vaccinations(bsn))
          .singleElement()
          .satisfies(
              shown -> {
                assertThat(shown.batchNumber()).contains("EP2163");
                assertThat(shown.corrected()).isTrue();
              });
    }

    @Test
    void movesADoseToTheRightPerson() {
      Bsn right = TestNumbers.fresh();
      accept(dose);
      accept(
          new Reports(
              right,
              dose.identifier(),
              Intention.CORRECT,
              Sharing.AGREED,
              dose.code(),
              dose.date(),
              dose.batch(),
              dose.surname(),
              Optional.empty()));
      assertThat(vaccinations(bsn)).isEmpty();
      assertThat(vaccinations(right)).hasSize(1);
    }

    @Test
    void doesNotSlideBackToAReplacedStateAndSaysSo() {
      accept(dose);
      accept(correction);
      accept(correction.batch("EP9999"));
      assertThat(((Duplicate) accept(correction)).superseded()).isTrue();
      assertThat(vaccinations(bsn))
          .singleElement()
          .satisfies(it -> assertThat(it.batchNumber()).contains("EP9999"));
    }

    @Test
    void hidesAWithdrawnDoseForGood() {
      accept(dose);
      assertThat(accept(dose.as(Intention.WITHDRAW))).isInstanceOf(Recorded.class);
      assertThat(vaccinations(bsn)).isEmpty();
      assertThat(rules(accept(correction))).containsExactly(Rule.ALREADY_WITHDRAWN);
      assertThat(accept(dose)).isInstanceOf(Duplicate.class);
      assertThat(vaccinations(bsn)).isEmpty();
    }

    @Test
    void parksACorrectionUntilItsOriginalComes() {
      Quarantined parked = (Quarantined) accept(correction);
      assertThat(parked.reasons())
          .extracting(Outcome.Reason::rule)
          .containsExactly(Rule.ORIGINAL_UNKNOWN);
      assertThat(vaccinations(bsn)).isEmpty();
      accept(dose);
      assertThat(vaccinations(bsn))
          .singleElement()
          .satisfies(it -> assertThat(it.batchNumber()).contains("EP2163"));
      assertThat(((Duplicate) accept(correction)).receipt()).isEqualTo(parked.receipt());
    }
  }

  @Nested
  class Doubtful {

    @Test
    void keepsAnUnknownVaccineInQuarantineWithItsReason() {
      Quarantined answer = (Quarantined) accept(dose.code("0000000"));
      assertThat(answer.reasons())
          .extracting(Outcome.Reason::rule)
          .containsExactly(Rule.VACCINE_UNKNOWN);
      assertThat(accept(dose.code("0000000"))).isEqualTo(answer);
      assertThat(vaccinations(bsn)).isEmpty();
    }

    @Test
    void namesEveryReasonAtOnce() {
      assertThat(((Quarantined) accept(dose.code("0000000").on("1970-05-05"))).reasons())
          .extracting(Outcome.Reason::rule)
          .containsExactly(Rule.BEFORE_BIRTH, Rule.VACCINE_UNKNOWN);
      assertThat(((Quarantined) accept(Reports.of(bsn).on("2999-01-01"))).reasons())
          .extracting(Outcome.Reason::rule)
          .containsExactly(Rule.IN_FUTURE);
    }

    @Test
    void quarantinesAProductBeforeItExisted() {
      assertThat(((Quarantined) accept(dose.on("2015-01-01"))).reasons())
          .extracting(Outcome.Reason::rule)
          .containsExactly(Rule.VACCINE_UNKNOWN);
    }

    @Test
    void believesAQuarantinedDoseOnceItsSourceHasCorrectedIt() {
      accept(dose.code("0000000"));
      assertThat(accept(dose.as(Intention.CORRECT))).isInstanceOf(Recorded.class);
      assertThat(vaccinations(bsn))
          .singleElement()
          .satisfies(it -> assertThat(it.corrected()).isTrue());
    }

    @Test
    void writesNothingOfAMessageWithOneRefusal() {
      accept(dose);
      Bsn other = TestNumbers.fresh();
      List<Outcome> answers = accept(List.of(Reports.of(other), dose.batch("OTHER")));
      assertThat(answers).allMatch(Refused.class::isInstance);
      assertThat(((Refused) answers.getFirst()).reasons()).isEmpty();
      assertThat(vaccinations(other)).isEmpty();
    }
  }

  @Nested
  class Protected {

    @Test
    void holdsNobodysNumberOrNameInTheClear() {
      accept(dose);
      accept(Reports.of(bsn).shared(Sharing.REFUSED));
      open(bsn);
      List<String> rows = everyRow();
      assertThat(rows)
          .as("the scan saw rows, and finds what is there")
          .anyMatch(row -> row.contains("EJ6796"));
      for (String spelling : spellings(bsn.reveal(), Reports.SURNAME)) {
        assertThat(rows).noneMatch(row -> row.contains(spelling));
      }
    }

    @Test
    void keepsTheDescriptionOfTheLatestVaccinationInWhateverOrderItComes() {
      accept(Reports.of(bsn).on("2021-06-01").surname("Later"));
      accept(Reports.of(bsn).on("2021-01-08").surname("Eerder"));
      assertThat(open(bsn).person().orElseThrow().surname()).isEqualTo("Later");
      accept(Reports.of(bsn).on("2022-01-08").surname("Laatst"));
      assertThat(open(bsn).person().orElseThrow().surname()).isEqualTo("Laatst");
    }

    @Test
    void refusesACiphertextThatWasMovedToAnotherRow() {
      Bsn other = TestNumbers.fresh();
      accept(dose);
      accept(Reports.of(other));
      owner()
          .sql(
              """
              UPDATE person.person SET details = (SELECT details FROM person.person WHERE id = ?) WHERE id = ?
              """)
          .params(idOf(other), idOf(bsn))
          .update();
      assertThatThrownBy(() -> open(bsn)).isInstanceOf(CellDamaged.class);
    }

    @Test
    void letsNeitherTheApplicationNorTheOwnerChangeAFactOrTheLog() {
      accept(dose);
      open(bsn);
      JdbcClient application = registry.bean(JdbcClient.class);
      for (String table : List.of("immunisation.state", "accesslog.entry")) {
        assertThatThrownBy(() -> application.sql("DELETE FROM " + table).update())
            .rootCause()
            .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> owner().sql("DELETE FROM " + table).update())
            .isInstanceOf(DataAccessException.class)
            .rootCause()
            .hasMessageContaining("append-only");
        assertThatThrownBy(() -> owner().sql("TRUNCATE " + table).update())
            .isInstanceOf(DataAccessException.class)
            .rootCause()
            .hasMessageContaining("append-only");
      }
    }

    private UUID idOf(Bsn someone) {
      return registry.bean(People.class).find(someone).orElseThrow().id().value();
    }

    private List<String> everyRow() {
      List<String> tables =
          owner()
              .sql(
                  """
                  SELECT schemaname || '.' || tablename FROM pg_tables
                  WHERE schemaname IN ('person', 'intake', 'immunisation', 'accesslog')
                  """)
              .query(String.class)
              .list();
      return tables.stream()
          .flatMap(
              table ->
                  owner()
                      .sql("SELECT t::text FROM " + table + " t")
                      .query(String.class)
                      .list()
                      .stream())
          .toList();
    }

    private static List<String> spellings(String... secrets) {
      return Stream.of(secrets)
          .flatMap(
              secret -> {
                byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
                return Stream.of(
                    secret,
                    HexFormat.of().formatHex(utf8),
                    HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_16BE)),
                    Base64.getEncoder().withoutPadding().encodeToString(utf8));
              })
          .toList();
    }
  }

  private Outcome accept(Reports report) {
    return accept(List.of(report)).getFirst();
  }

  private List<Outcome> accept(List<Reports> reports) {
    return intake.accept(
        GGD, reports.getFirst().message(), reports.stream().map(Reports::report).toList());
  }

  private static List<Rule> rules(Outcome outcome) {
    return ((Refused) outcome).reasons().stream().map(Outcome.Reason::rule).toList();
  }

  private List<VaccinationView> vaccinations(Bsn whose) {
    return open(whose).vaccinations();
  }

  private DossierView open(Bsn whose) {
    return registry
        .bean(Dossiers.class)
        .open(
            new Citizen("test", whose, Optional.of(AssuranceLevel.SUBSTANTIEEL)),
            new Look("test", ""));
  }

  private JdbcClient owner() {
    return registry.owner();
  }
}
