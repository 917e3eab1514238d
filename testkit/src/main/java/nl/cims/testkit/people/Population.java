// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import nl.cims.testkit.people.Dose.Sharing;
import nl.cims.vocabulary.Bsn;
import nl.cims.vocabulary.PartialDate;
import nl.cims.vocabulary.Sex;

/// A town of synthetic people, the same for the same seed: children with their vaccinations of the
/// national programme, adults with COVID rounds, travellers, people who refused to share, doses
/// without a batch number, birth dates of which only the year is known, and the [TestCitizen]s.
///
/// @param subjects everybody, the test citizens first
public record Population(List<Subject> subjects) {

  private static final int FIRST_BSN = 999_900_000;
  private static final int BSNS = 90_000;

  public Population {
    subjects = List.copyOf(subjects);
  }

  /// @param size how many people besides the test citizens, at most 5000
  public static Population of(long seed, int size) {
    Random random = new Random(seed);
    List<Subject> subjects = new ArrayList<>();
    for (TestCitizen citizen : TestCitizen.values()) {
      subjects.add(citizen.subject());
    }
    drawnBsns(random).limit(size).forEach(bsn -> subjects.add(draw(random, bsn)));
    return new Population(subjects);
  }

  /// The ten test citizens and about 500 others: the town of the demo.
  public static Population town() {
    return of(2021, 490);
  }

  /// All their reports: the order of one person is kept.
  public Stream<Report> reports() {
    return subjects.stream().flatMap(subject -> subject.reports().stream());
  }

  /// Different numbers below those of the test citizens, in an order that the seed decides.
  private static Stream<Bsn> drawnBsns(Random random) {
    return random
        .ints(0, BSNS)
        .distinct()
        .mapToObj(offset -> Bsn.parse(Integer.toString(FIRST_BSN + offset)))
        .flatMap(Optional::stream);
  }

  private static Subject draw(RandomGenerator random, Bsn bsn) {
    Sex sex = random.nextBoolean() ? Sex.FEMALE : Sex.MALE;
    LocalDate birth = LocalDate.of(1931, 1, 1).plusDays(random.nextInt(95 * 365));
    boolean onlyYear = random.nextInt(60) == 0;
    Person person =
        new Person(
            bsn,
            Names.draw(random, sex),
            onlyYear ? new PartialDate(birth.getYear(), 0, 0) : PartialDate.of(birth),
            sex);
    Histories history = new Histories(person, random);
    if (random.nextInt(100) < 93) {
      RvpSeries.given(history, birth, 20);
    }
    if (birth.getYear() <= 2008 && random.nextInt(100) < 84) {
      CovidRounds.given(history, birth.getYear(), random);
    }
    if (birth.getYear() <= 2000 && random.nextInt(12) == 0) {
      LocalDate journey = LocalDate.of(2022, 3, 1).plusDays(random.nextInt(1400));
      Source giver = random.nextBoolean() ? Source.HOSPITAL : Source.GP_HAVEN;
      history.given(giver, Product.HEPATITIS_A, journey, 1);
    }
    return new Subject(person, quirks(history, random));
  }

  /// What real senders do now and then.
  private static List<Report> quirks(Histories history, RandomGenerator random) {
    int quirk = random.nextInt(60);
    if (quirk == 0) {
      return history.shared(Sharing.REFUSED);
    }
    if (quirk == 1) {
      return history.shared(Sharing.MASKED);
    }
    List<Report> reports = new ArrayList<>(history.reports());
    if (quirk == 2 && !reports.isEmpty()) {
      reports.add(reports.getLast());
    }
    if (quirk == 3 && !reports.isEmpty()) {
      Report last = reports.removeLast();
      reports.add(new Report(last.kind(), last.person(), last.dose().from(Optional.empty())));
    }
    return reports;
  }
}
