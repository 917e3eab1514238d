// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.oversight;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.cims.registry.dossier.Occasion;
import nl.cims.registry.oversight.LookUp.Whom;

/// A register's office that is made up: forty employees, their ordinary work, and what the signs
/// say of it. The same seed gives the same year.
final class Office {

  static final int EMPLOYEES = 40;

  private static final int USUAL = 15;
  private static final LocalDate START = LocalDate.of(2026, 1, 5);
  private static final List<Occasion> WORK =
      List.of(
          Occasion.CITIZEN_BY_PHONE,
          Occasion.CITIZEN_BY_PHONE,
          Occasion.CITIZEN_BY_PHONE,
          Occasion.CITIZEN_BY_LETTER,
          Occasion.CITIZEN_AT_DESK,
          Occasion.CARE_PROVIDER,
          Occasion.CARE_PROVIDER,
          Occasion.SIDE_EFFECT,
          Occasion.DATA_QUALITY,
          Occasion.DATA_QUALITY);

  final Random random;
  private final Signs signs =
      new Signs(
          new OversightSettings(
              LocalTime.of(7, 0),
              LocalTime.of(20, 0),
              EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
              USUAL));
  private final Map<Integer, Deque<LookUp>> weeks = new HashMap<>();
  private final Map<Integer, Integer> acts = new HashMap<>();
  private final Map<String, Set<String>> eyes = new HashMap<>();
  private final Map<Integer, Integer> surnames = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private int cases;

  /// What came of it.
  int lookUps;

  int alerts;
  final Map<Measure, Integer> met = new EnumMap<>(Measure.class);
  final Map<Sign, Integer> bySign = new EnumMap<>(Sign.class);

  Office(long seed) {
    random = new Random(seed);
    for (int employee = 0; employee < EMPLOYEES; employee++) {
      surnames.put(employee, surname());
    }
  }

  /// A look-up that somebody means to do.
  record Wish(int employee, LocalDate day, LocalTime time, Occasion occasion, String errand) {

    Instant at() {
      return day.atTime(time).atZone(OversightSettings.AMSTERDAM).toInstant();
    }
  }

  static LocalDate day(int number) {
    return START.plusDays(number);
  }

  String newCase() {
    return "case " + cases++;
  }

  /// What everybody does on this day.
  void work(int number) {
    LocalDate day = day(number);
    boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    List<Wish> wishes = new ArrayList<>();
    for (int employee = 0; employee < EMPLOYEES && !weekend; employee++) {
      int busy = 4 + employee % 14 + random.nextInt(8);
      for (int i = 0; i < busy; i++) {
        wishes.add(ordinary(employee, day));
      }
      if (employee % 8 == 0 && number % 30 == 3) {
        // A recall: a whole day about one batch.
        for (int i = 0; i < 50; i++) {
          wishes.add(new Wish(employee, day, office(), Occasion.RECALL, "recall " + number));
        }
      }
    }
    // Who is on duty, in the evening and at weekends.
    int duty = number % EMPLOYEES;
    for (int i = random.nextInt(3); i > 0; i--) {
      LocalTime time = LocalTime.of(20, 0).plusMinutes(random.nextInt(180));
      Occasion occasion = random.nextInt(3) == 0 ? Occasion.CARE_PROVIDER : Occasion.EMERGENCY;
      wishes.add(new Wish(duty, day, time, occasion, newCase()));
    }
    wishes.sort(Comparator.comparing(Wish::time));
    wishes.forEach(this::family);
  }

  private Wish ordinary(int employee, LocalDate day) {
    Occasion occasion = WORK.get(random.nextInt(WORK.size()));
    return new Wish(employee, day, office(), occasion, newCase());
  }

  private LocalTime office() {
    return LocalTime.of(8, 0).plusMinutes(random.nextInt(570));
  }

  /// One person, or now and then a family under one case; sometimes with a slip of the pen first;
  /// and sometimes about somebody who called before.
  private void family(Wish wish) {
    if (random.nextInt(30) == 0) {
      ask(wish, unknown());
    }
    int surname = surname();
    boolean alone = wish.occasion() == Occasion.RECALL || wish.occasion() == Occasion.EMERGENCY;
    int people = !alone && random.nextInt(12) == 0 ? 2 + random.nextInt(4) : 1;
    for (int i = 0; i < people; i++) {
      ask(wish, somebody(surname, wish.employee()));
    }
    if (wish.occasion() == Occasion.DATA_QUALITY && random.nextInt(2) == 0) {
      acts.merge(wish.employee(), 1, Integer::sum);
    }
  }

  Whom unknown() {
    int number = random.nextInt(91_000_000);
    return new Whom("p" + number, "n" + number / 9, Optional.empty(), false);
  }

  Whom somebody(int surname, int employee) {
    return at(random.nextInt(91_000_000), surname, employee);
  }

  /// Of a hundred numbers nine are BSNs.
  Whom at(int number, int surname, int employee) {
    return new Whom(
        "p" + number,
        "n" + number / 9,
        Optional.of("s" + surname),
        surname == surnames.get(employee));
  }

  /// As surnames are spread in the Netherlands: the first is borne by one in two hundred.
  int surname() {
    return (int) (100 * (Math.pow(random.nextDouble(), -2) - 1) / 2);
  }

  /// Looks somebody up.
  ///
  /// @return to what it leads
  Measure ask(Wish wish, Whom whom) {
    Instant now = wish.at();
    Deque<LookUp> week = weeks.computeIfAbsent(wish.employee(), nobody -> new ArrayDeque<>());
    while (!week.isEmpty() && week.getFirst().at().isBefore(now.minus(Duration.ofDays(7)))) {
      week.removeFirst();
    }
    boolean found = whom.surname().isPresent();
    week.addLast(new LookUp(now, wish.occasion(), wish.errand(), found, true, whom));
    Set<String> seen = eyes.computeIfAbsent(whom.person(), nobody -> new HashSet<>());
    seen.add("e" + wish.employee());
    List<Finding> findings =
        signs.in(
            new Facts(
                List.copyOf(week),
                acts.getOrDefault(wish.employee(), 0),
                USUAL,
                seen.size(),
                Map.of()));
    for (Finding finding : findings) {
      if (told.add(
          String.join(
              " ",
              wish.employee() + "",
              finding.sign().name(),
              finding.measure().name(),
              wish.day().toString()))) {
        alerts++;
        bySign.merge(finding.sign(), 1, Integer::sum);
      }
    }
    Measure measure = Finding.strictest(findings).map(Finding::measure).orElse(Measure.NONE);
    met.merge(measure, 1, Integer::sum);
    lookUps++;
    return measure;
  }
}
