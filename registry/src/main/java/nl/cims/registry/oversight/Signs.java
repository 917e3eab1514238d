// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.oversight;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.cims.registry.dossier.Occasion;
import org.springframework.stereotype.Component;

/// Which signs there are in what an employee looks up. Everything is counted by people or cases,
/// not by clicks: who asks for the same person twice has done nothing more.
@Component
class Signs {

  static final Duration DAY = Duration.ofDays(1);
  static final Duration WEEK = Duration.ofDays(7);

  /// Those under which one case is about many people.
  private static final Set<Occasion> WIDE = EnumSet.of(Occasion.RECALL, Occasion.SIDE_EFFECT);

  private static final int PERCENT = 100;
  private static final int DONE_ABOUT_TEN = 10;
  private static final int A_THIRD = 3;

  private final OversightSettings settings;

  Signs(OversightSettings settings) {
    this.settings = settings;
  }

  /// Those that lead to something. If two of them hold somebody off, the stricter one leads to one
  /// step more.
  List<Finding> in(Facts facts) {
    List<Finding> found =
        Stream.of(Sign.values())
            .map(sign -> finding(sign, facts))
            .filter(finding -> finding.measure() != Measure.NONE)
            .toList();
    if (found.stream().filter(it -> it.measure().isAtLeast(Measure.SLOWED)).count() < 2) {
      return found;
    }
    Finding strictest = Finding.strictest(found).orElseThrow();
    return found.stream().map(it -> it.equals(strictest) ? it.stricter() : it).toList();
  }

  private Finding finding(Sign sign, Facts facts) {
    int count = count(sign, facts);
    int usual = sign == Sign.ABOVE_PEERS ? facts.usual() : 0;
    Measure measure = sign.measure(usual == 0 ? count : count * PERCENT / usual);
    return new Finding(sign, spared(sign, measure, facts.now()), count, usual);
  }

  /// A recall is done in one long day: that alone suspends nobody.
  private static Measure spared(Sign sign, Measure measure, LookUp now) {
    return sign == Sign.ABOVE_PEERS
            && measure == Measure.SUSPENDED
            && now.occasion() == Occasion.RECALL
        ? Measure.PASSKEY_AGAIN
        : measure;
  }

  private int count(Sign sign, Facts facts) {
    LookUp now = facts.now();
    List<LookUp> day = within(DAY, sign, facts);
    List<LookUp> week = within(WEEK, sign, facts);
    return switch (sign) {
      case ONE_CASE ->
          WIDE.contains(now.occasion()) ? 0 : people(day, it -> it.errand().equals(now.errand()));
      case ABOVE_PEERS -> people(day, it -> isRecall(it) == isRecall(now));
      case NEIGHBOURING_NUMBERS ->
          people(day, it -> it.whom().numbers().equals(now.whom().numbers()));
      case UNKNOWN_NUMBERS -> unknown(day);
      case SAME_NAME -> namesakes(day, now);
      case OWN_NAME -> now.whom().namesake() ? people(week, it -> it.whom().namesake()) : 0;
      case OUTSIDE_HOURS -> isUntimely(now) ? people(day, this::isUntimely) : 0;
      case NOTHING_DONE -> nothingDone(week, facts);
      case EMERGENCIES -> isEmergency(now) ? people(day, Signs::isEmergency) : 0;
      case MANY_EYES -> facts.eyes();
    };
  }

  private static List<LookUp> within(Duration time, Sign sign, Facts facts) {
    Instant since = facts.now().at().minus(time);
    Instant judged = facts.judged().getOrDefault(sign, since);
    Instant from = judged.isAfter(since) ? judged : since;
    return facts.lookUps().stream().filter(it -> it.at().isAfter(from)).toList();
  }

  private static int unknown(List<LookUp> day) {
    int unknown = people(day, it -> !it.found());
    return unknown * A_THIRD >= people(day, it -> true) ? unknown : 0;
  }

  /// Cases, not people: a family is looked up under one.
  private static int namesakes(List<LookUp> day, LookUp now) {
    return now.whom()
        .surname()
        .map(
            name ->
                (int)
                    day.stream()
                        .filter(it -> it.whom().surname().filter(name::equals).isPresent())
                        .map(LookUp::errand)
                        .distinct()
                        .count())
        .orElse(0);
  }

  private static int nothingDone(List<LookUp> week, Facts facts) {
    if (facts.now().occasion() != Occasion.DATA_QUALITY) {
      return 0;
    }
    int looked = people(week, it -> it.occasion() == Occasion.DATA_QUALITY);
    return facts.acts() * DONE_ABOUT_TEN < looked ? looked : 0;
  }

  /// Somebody's health does not wait for office hours.
  private boolean isUntimely(LookUp lookUp) {
    return !isEmergency(lookUp) && !settings.isWorkingTime(lookUp.at());
  }

  private static boolean isEmergency(LookUp lookUp) {
    return lookUp.occasion() == Occasion.EMERGENCY;
  }

  private static boolean isRecall(LookUp lookUp) {
    return lookUp.occasion() == Occasion.RECALL;
  }

  private static int people(List<LookUp> lookUps, Predicate<LookUp> such) {
    return (int) lookUps.stream().filter(such).map(LookUp::person).distinct().count();
  }
}
