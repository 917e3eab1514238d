// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import nl.cims.registry.dossier.Occasion;
import nl.cims.registry.oversight.LookUp.Whom;
import nl.cims.registry.oversight.Office.Wish;
import org.junit.jupiter.api.Test;

/// Ordinary work that is made up, and people who do something else in the middle of it. The first
/// test says how often honest staff are troubled, the others after how many people a thief is held
/// off. `-Dcims.days=364` for a whole year.
class NormalWorkTest {

  private static final int DAYS = Integer.getInteger("cims.days", 56);
  private static final int THIEF = 7;

  /// A Wednesday after ten days of work.
  private static final int TODAY = 9;

  private final Office office = new Office(2026);

  @Test
  void staffWhoDoTheirWorkAreHardlyEverTroubled() {
    for (int day = 0; day < DAYS; day++) {
      office.work(day);
    }
    int daysOfWork = DAYS * 5 / 7 * Office.EMPLOYEES;
    String told = office.met + " " + office.bySign;
    assertThat(office.lookUps).as(told).isGreaterThan(10 * daysOfWork);
    // Of a thousand look-ups not one is held off, and nobody is suspended.
    assertThat(office.met.getOrDefault(Measure.SUSPENDED, 0)).as(told).isZero();
    assertThat(heldOff() * 1000).as(told).isLessThan(office.lookUps);
    // An office of forty gives its supervisor about one alert a day: some, or nothing is noticed.
    assertThat(office.alerts).as(told).isBetween(1, daysOfWork / 20);
  }

  @Test
  void whoTakesOrdersIsSuspended() {
    List<Measure> met = steal(i -> office.newCase(), i -> stranger());
    assertThat(firstAtLeast(Measure.NOTED, met)).isLessThan(45);
    assertThat(firstAtLeast(Measure.SLOWED, met)).isLessThan(60);
    assertThat(firstAtLeast(Measure.PASSKEY_AGAIN, met)).isLessThan(95);
    assertThat(firstAtLeast(Measure.SUSPENDED, met)).isLessThanOrEqualTo(150);
  }

  @Test
  void whoWritesOneCaseForAllIsSuspendedSooner() {
    List<Measure> met = steal(i -> "K-1", i -> stranger());
    assertThat(firstAtLeast(Measure.NOTED, met)).isLessThanOrEqualTo(9);
    assertThat(firstAtLeast(Measure.SUSPENDED, met)).isLessThanOrEqualTo(30);
  }

  @Test
  void whoGoesThroughTheNumbersGetsSix() {
    List<Measure> met = steal(i -> office.newCase(), i -> office.at(90_000 + i, i, THIEF));
    assertThat(firstAtLeast(Measure.PASSKEY_AGAIN, met)).isLessThanOrEqualTo(4);
    assertThat(firstAtLeast(Measure.SUSPENDED, met)).isLessThanOrEqualTo(7);
  }

  @Test
  void whoGuessesNumbersIsSuspended() {
    List<Measure> met = steal(i -> office.newCase(), i -> office.unknown());
    assertThat(firstAtLeast(Measure.SLOWED, met)).isLessThanOrEqualTo(8);
    assertThat(firstAtLeast(Measure.SUSPENDED, met)).isLessThanOrEqualTo(30);
  }

  @Test
  void whoLooksForAFamilyIsNoticed() {
    List<Measure> met = steal(i -> office.newCase(), i -> office.somebody(1_000_003, THIEF));
    assertThat(firstAtLeast(Measure.NOTED, met)).isEqualTo(4);
    assertThat(firstAtLeast(Measure.SLOWED, met)).isEqualTo(8);
  }

  @Test
  void whoLooksAtNightIsAskedWhoHeIs() {
    List<Measure> met = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      met.add(office.ask(wish(LocalTime.of(23, i), office.newCase()), stranger()));
    }
    assertThat(firstAtLeast(Measure.NOTED, met)).isEqualTo(3);
    assertThat(firstAtLeast(Measure.PASSKEY_AGAIN, met)).isEqualTo(10);
    assertThat(firstAtLeast(Measure.SUSPENDED, met)).isLessThanOrEqualTo(25);
  }

  @Test
  void whoCallsEverythingAnEmergencyIsSuspended() {
    List<Measure> met = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Wish wish = new Wish(THIEF, today(), LocalTime.of(10, i), Occasion.EMERGENCY, "E" + i);
      met.add(office.ask(wish, stranger()));
    }
    assertThat(firstAtLeast(Measure.NOTED, met)).isEqualTo(3);
    assertThat(firstAtLeast(Measure.SUSPENDED, met)).isEqualTo(6);
  }

  @Test
  void whoeverIsFamousIsGuardedFromTheFourthEmployeeOn() {
    Whom famous = stranger();
    List<Measure> met = new ArrayList<>();
    for (int employee = 10; employee < 20; employee++) {
      LocalTime time = LocalTime.of(9, 0).plusMinutes(employee);
      Wish wish = new Wish(employee, today(), time, Occasion.CITIZEN_BY_PHONE, office.newCase());
      met.add(office.ask(wish, famous));
    }
    assertThat(firstAtLeast(Measure.NOTED, met)).isEqualTo(4);
    assertThat(firstAtLeast(Measure.PASSKEY_AGAIN, met)).isEqualTo(6);
  }

  @Test
  void twoSignsTogetherLeadToMoreThanEach() {
    List<Measure> met = steal(i -> "K-1", i -> office.unknown());
    assertThat(firstAtLeast(Measure.PASSKEY_AGAIN, met)).isLessThanOrEqualTo(12);
    assertThat(firstAtLeast(Measure.SUSPENDED, met)).isLessThanOrEqualTo(15);
  }

  /// Somebody who has worked like everybody else, and on one day looks up a hundred and fifty.
  private List<Measure> steal(IntFunction<String> errand, IntFunction<Whom> whom) {
    for (int day = 0; day < TODAY; day++) {
      office.work(day);
    }
    List<Measure> met = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      LocalTime time = LocalTime.of(9, 0).plusMinutes(3L * i);
      met.add(office.ask(wish(time, errand.apply(i)), whom.apply(i)));
    }
    return met;
  }

  private Whom stranger() {
    return office.somebody(office.surname(), THIEF);
  }

  private Wish wish(LocalTime time, String errand) {
    return new Wish(THIEF, today(), time, Occasion.CITIZEN_BY_PHONE, errand);
  }

  private static LocalDate today() {
    return Office.day(TODAY);
  }

  /// At which person, the first being 1; a large number if never.
  private static int firstAtLeast(Measure measure, List<Measure> met) {
    for (int i = 0; i < met.size(); i++) {
      if (met.get(i).isAtLeast(measure)) {
        return i + 1;
      }
    }
    return Integer.MAX_VALUE;
  }

  private long heldOff() {
    return office.met.entrySet().stream()
        .filter(it -> it.getKey().isAtLeast(Measure.SLOWED))
        .mapToLong(java.util.Map.Entry::getValue)
        .sum();
  }
}
