// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.cims.registry.catalogue.RealCatalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for any reports about one person, shown on thousands of drawn dossiers. A failing
/// seed stands in the name of the test.
class JoiningPropertiesTest {

  private static final int DOSSIERS_PER_SEED = 250;
  private static final List<String> SOURCES = List.of("ggd", "gp", "home", "hospital");
  private static final List<String> VACCINES =
      List.of("comirnaty", "spikevax", "covid-mrna", "covid", "flu", "pneu");
  private static final List<String> BATCHES = List.of("", "", "EJ6796", "EP2163");
  private static final LocalDate START = LocalDate.of(2021, 1, 4);

  private final Joining joining = new Joining(RealCatalogue.vaccines());
  private final SameDose sameDose = new SameDose(RealCatalogue.vaccines());

  static IntStream seeds() {
    return IntStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfArrivalPlaysNoPart(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < DOSSIERS_PER_SEED; i++) {
      List<Joining.Report> reports = parted(crowded(random), random);
      List<Vaccination> expected = joining.vaccinations(reports);
      List<Joining.Report> shuffled = new ArrayList<>(reports);
      Collections.shuffle(shuffled, random);
      assertThat(joining.vaccinations(shuffled)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyReportIsShownOnceAndEveryTwoOfADoseFitTogether(int seed) {
    Random random = new Random(seed);
    int joined = 0;
    for (int i = 0; i < DOSSIERS_PER_SEED; i++) {
      List<Joining.Report> reports = parted(crowded(random), random);
      List<Vaccination> shown = joining.vaccinations(reports);
      assertThat(shown.stream().flatMap(JoiningPropertiesTest::states))
          .containsExactlyInAnyOrderElementsOf(
              reports.stream().map(Joining.Report::state).toList());
      for (Vaccination dose : shown) {
        joined += dose.others().size();
        everyTwoFit(states(dose).toList(), reports);
      }
    }
    assertThat(joined).as("the drawn dossiers hold what can be joined").isGreaterThan(100);
  }

  /// Doses of real schedules (two weeks apart at least, or of another vaccine), each reported by
  /// one to four sources that are a little wrong: nothing real disappears.
  @ParameterizedTest
  @MethodSource("seeds")
  void noRealDoseIsEverLost(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < DOSSIERS_PER_SEED; i++) {
      Map<DoseId, Integer> truth = new HashMap<>();
      List<Joining.Report> reports = history(random, truth, true);
      for (Vaccination shown : joining.vaccinations(reports)) {
        assertThat(states(shown).map(it -> truth.get(it.dose())).distinct()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whoeverWritesTheDayDownRightlyIsJoined(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < DOSSIERS_PER_SEED; i++) {
      Map<DoseId, Integer> truth = new HashMap<>();
      List<Joining.Report> reports = history(random, truth, false);
      assertThat(joining.vaccinations(reports)).hasSameSizeAs(new HashSet<>(truth.values()));
    }
  }

  private void everyTwoFit(List<State> states, List<Joining.Report> reports) {
    Map<DoseId, Set<DoseId>> parted = new HashMap<>();
    reports.forEach(it -> parted.put(it.state().dose(), it.partedFrom()));
    for (State one : states) {
      for (State other : states) {
        if (!one.equals(other)) {
          assertThat(sameDose.rule(one, other)).isPresent();
          assertThat(parted.get(one.dose())).doesNotContain(other.dose());
          assertThat(one.source()).isNotEqualTo(other.source());
          assertThat(apart(one, other)).isLessThanOrEqualTo(SameDose.DAYS_WITH_THE_SAME_BATCH);
        }
      }
    }
  }

  private static long apart(State one, State other) {
    return one.occurredOn().exact().isEmpty() || other.occurredOn().exact().isEmpty()
        ? 0
        : Math.abs(
            ChronoUnit.DAYS.between(one.occurredOn().earliest(), other.occurredOn().earliest()));
  }

  /// Reports that lie close together, so that much can be joined in more than one way.
  private static List<TestReport> crowded(Random random) {
    return IntStream.range(0, 2 + random.nextInt(9))
        .mapToObj(
            i ->
                TestReport.by(pick(random, SOURCES))
                    .of(pick(random, VACCINES))
                    .on(crowdedDay(random))
                    .batch(pick(random, BATCHES))
                    .place(pick(random, List.of("", "1", "2")))
                    .identifier(Integer.toString(i)))
        .toList();
  }

  private static String crowdedDay(Random random) {
    String day = START.plusDays(random.nextInt(8)).toString();
    return random.nextInt(8) == 0 ? day.substring(0, 7) : day;
  }

  private static List<Joining.Report> parted(List<TestReport> reports, Random random) {
    return reports.stream()
        .map(it -> random.nextInt(5) == 0 ? it.report(pick(random, reports).dose()) : it.report())
        .toList();
  }

  private static List<Joining.Report> history(
      Random random, Map<DoseId, Integer> truth, boolean careless) {
    List<Joining.Report> reports = new ArrayList<>();
    LocalDate day = START;
    for (int number = 1; number <= 1 + random.nextInt(6); number++) {
      day = day.plusDays(14 + random.nextInt(40));
      given(random, "comirnaty", "covid", number, day, careless, reports, truth);
      if (random.nextBoolean()) {
        given(random, "flu", "flu", -number, day, careless, reports, truth);
      }
    }
    return reports;
  }

  private static void given(
      Random random,
      String product,
      String kind,
      int dose,
      LocalDate day,
      boolean careless,
      List<Joining.Report> reports,
      Map<DoseId, Integer> truth) {
    List<String> sources = new ArrayList<>(SOURCES);
    Collections.shuffle(sources, random);
    String batch = pick(random, List.of("EJ6796", "EP2163"));
    for (String source : sources.subList(0, 1 + random.nextInt(SOURCES.size()))) {
      LocalDate written = careless ? day.plusDays(random.nextInt(7) - 3L) : day;
      TestReport report =
          TestReport.by(source)
              .of(random.nextInt(3) == 0 ? kind : product)
              .on(
                  careless && random.nextInt(9) == 0
                      ? written.toString().substring(0, 7)
                      : written.toString())
              .batch(random.nextInt(3) == 0 ? "" : batch)
              .place(Integer.toString(Math.abs(dose)))
              .identifier(Integer.toString(dose));
      reports.add(report.report());
      truth.put(report.dose(), dose);
    }
  }

  private static Stream<State> states(Vaccination shown) {
    return Stream.concat(
        Stream.of(shown.leading()), shown.others().stream().map(Vaccination.Other::state));
  }

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
