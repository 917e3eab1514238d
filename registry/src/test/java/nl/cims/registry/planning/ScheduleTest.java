// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import nl.cims.contracts.citizen.PlanningView.Window;
import nl.cims.registry.catalogue.RealCatalogue;
import nl.cims.registry.planning.Schedule.Edition;
import nl.cims.registry.planning.Schedule.Line;
import nl.cims.vocabulary.PartialDate;
import org.junit.jupiter.api.Test;

/// Schedules that change with time, and those that cannot be.
class ScheduleTest {

  private static final LocalDate EARLY = LocalDate.of(2021, 1, 6);
  private static final LocalDate LATE = LocalDate.of(2021, 6, 1);
  private static final Period WEEK = Period.ofWeeks(1);
  private static final Line GOOD = new Line("comirnaty", null, WEEK, Period.ofMonths(1));

  @Test
  void holdsFromItsDayUntilTheNextOne() {
    Edition before = edition(EARLY, GOOD);
    Edition after = edition(LATE, new Line("comirnaty", 3, null, null));
    Schedule schedule = new Schedule("COVID", List.of(after, before));
    assertThat(schedule.on(PartialDate.parse("2021-05-31"))).isEqualTo(before);
    assertThat(schedule.on(PartialDate.parse("2021-06-01"))).isEqualTo(after);
    assertThat(schedule.on(PartialDate.parse("2020"))).isEqualTo(before);
    assertThat(before.dosesOf("comirnaty")).isEqualTo(2);
    assertThat(after.dosesOf("comirnaty")).isEqualTo(3);
    assertThat(after.dosesOf("spikevax")).isEqualTo(2);
  }

  @Test
  void countsInDaysWeeksAndMonthsOfTheCalendar() {
    assertThat(edition(EARLY, GOOD).next("comirnaty", LocalDate.of(2021, 1, 31)))
        .contains(new Window(LocalDate.of(2021, 2, 7), LocalDate.of(2021, 2, 28)));
    assertThat(edition(EARLY, GOOD).next("spikevax", LATE)).isEmpty();
  }

  @Test
  void isFoundOutWhenItCannotBe() {
    assertThat(faults(new Schedule("COVID", List.of(edition(EARLY, GOOD))))).isEmpty();
    assertThat(faults(new Schedule("NHS", List.of())))
        .containsExactly("the programme NHS is unknown", "NHS has an empty schedule");
    assertThat(faults(new Schedule("COVID", List.of(edition(EARLY), edition(EARLY)))))
        .containsExactly("COVID has two schedules from 2021-01-06");
    assertThat(
            faults(
                new Schedule("COVID", List.of(edition(EARLY))),
                new Schedule("COVID", List.of(edition(LATE)))))
        .containsExactly("COVID has two schedules");
    assertThat(faults(new Schedule("COVID", List.of(new Edition(EARLY, " ", 0, List.of())))))
        .containsExactly(
            "COVID is complete without a dose", "COVID has a schedule that nobody stands for");
  }

  @Test
  void isFoundOutWhenALineCannotBe() {
    assertThat(line(GOOD, GOOD)).containsExactly("comirnaty stands in one schedule twice");
    assertThat(line(new Line("bmr", null, null, null)))
        .containsExactly("bmr is no vaccine of COVID");
    assertThat(line(new Line("spikevax", 0, null, null)))
        .containsExactly("spikevax is complete without a dose");
    for (Line wrong :
        List.of(
            new Line("spikevax", null, WEEK, Period.ofDays(6)),
            new Line("spikevax", null, WEEK, null),
            new Line("spikevax", null, null, WEEK))) {
      assertThat(line(wrong))
          .containsExactly(
              "spikevax has a next dose that ends before it begins, or only one bound");
    }
  }

  private static List<String> line(Line... lines) {
    return faults(new Schedule("COVID", List.of(edition(EARLY, lines))));
  }

  private static List<String> faults(Schedule... schedules) {
    return new ScheduleFaults(RealCatalogue.programmes(), RealCatalogue.vaccines())
        .in(List.of(schedules));
  }

  private static Edition edition(LocalDate validFrom, Line... lines) {
    return new Edition(validFrom, "test", 2, List.of(lines));
  }
}
