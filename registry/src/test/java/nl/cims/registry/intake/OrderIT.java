// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import nl.cims.registry.RegistryProcess;
import nl.cims.registry.TestNumbers;
import nl.cims.registry.access.Citizen;
import nl.cims.registry.access.Party;
import nl.cims.registry.dossier.Dossiers;
import nl.cims.registry.dossier.Look;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Generated histories of a few vaccinations by two sources, with corrections, withdrawals, broken
/// reports and moves to another person, sent in two random orders with random repetitions, to two
/// pairs of people. What both see in the end is the same, and everything received is accounted for.
/// A failure names the seed of its history.
class OrderIT {

  private static final List<String> SOURCES = List.of("ggd-utrecht", "gp-jansen");
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private final RegistryProcess registry = RegistryProcess.running();
  private final Intake intake = registry.bean(Intake.class);

  static Stream<Long> seeds() {
    return Stream.iterate(1L, seed -> seed + 1).limit(60);
  }

  /// One thing that a source says, apart from who it is about.
  private record Said(
      int source,
      int vaccination,
      int person,
      Intention intention,
      String code,
      String batch,
      Sharing sharing,
      int at) {

    Reports about(List<Bsn> people, String run) {
      return Reports.of(people.get(person))
          .named(run + "-" + vaccination)
          .as(intention)
          .code(code)
          .batch(batch)
          .shared(sharing)
          .stated(BEGIN.plusSeconds(at));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void endsInTheSameStateWhateverTheOrder(long seed) {
    List<Said> history = history(new Random(seed));
    List<String> one = play(history, new Random(seed + 1_000));
    List<String> other = play(history, new Random(seed + 2_000));
    List<String> asItHappened = play(history, null);
    assertThat(one).isEqualTo(asItHappened);
    assertThat(other).isEqualTo(asItHappened);
    assertThat(intake.balances()).isNotEmpty().allMatch(Balance::isConserved);
  }

  private static List<Said> history(Random random) {
    List<Said> history = new ArrayList<>();
    int vaccinations = 1 + random.nextInt(3);
    for (int vaccination = 0; vaccination < vaccinations; vaccination++) {
      int source = random.nextInt(2);
      history.add(said(random, source, vaccination, Intention.RECORD, history.size()));
      int corrections = random.nextInt(4);
      for (int i = 0; i < corrections; i++) {
        history.add(said(random, source, vaccination, Intention.CORRECT, history.size()));
      }
      if (random.nextInt(4) == 0) {
        history.add(said(random, source, vaccination, Intention.WITHDRAW, history.size()));
      }
    }
    return history;
  }

  private static Said said(
      Random random, int source, int vaccination, Intention intention, int at) {
    String code = random.nextInt(6) == 0 ? "0000000" : "2924528";
    boolean refused = intention == Intention.CORRECT && random.nextInt(6) == 0;
    return new Said(
        source,
        vaccination,
        random.nextInt(2),
        intention,
        code,
        "B" + at,
        refused ? Sharing.REFUSED : Sharing.AGREED,
        at);
  }

  /// Sends the history about two people who are new, and reads both dossiers.
  private List<String> play(List<Said> history, Random disorder) {
    List<Bsn> people = List.of(TestNumbers.fresh(), TestNumbers.fresh());
    String run = UUID.randomUUID().toString();
    List<Said> order = new ArrayList<>(history);
    if (disorder != null) {
      order.addAll(history.stream().filter(each -> disorder.nextBoolean()).toList());
      Collections.shuffle(order, disorder);
    }
    for (Said each : order) {
      Reports report = each.about(people, run);
      intake.accept(
          Sender.of(SOURCES.get(each.source), Party.Channel.FHIR),
          report.message(),
          List.of(report.report()));
    }
    return people.stream().map(this::seen).toList();
  }

  private String seen(Bsn bsn) {
    return registry
        .bean(Dossiers.class)
        .open(
            new Citizen("test", bsn, Optional.of(AssuranceLevel.SUBSTANTIEEL)),
            new Look("test", ""))
        .vaccinations()
        .stream()
        .map(
            shown ->
                shown.name().nl()
                    + shown.batchNumber()
                    + shown.date()
                    + shown.reportedBy()
                    + shown.corrected())
        .sorted()
        .toList()
        .toString();
  }
}
