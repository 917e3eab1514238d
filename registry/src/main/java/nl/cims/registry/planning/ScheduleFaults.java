// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.planning;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.cims.registry.catalogue.Programmes;
import nl.cims.registry.catalogue.Vaccines;
import nl.cims.registry.planning.Schedule.Edition;
import nl.cims.registry.planning.Schedule.Line;
import org.jspecify.annotations.Nullable;

/// Everything in the schedules that cannot be, a sentence each: a plan after a bad one would send
/// people away, or call them too early.
final class ScheduleFaults {

  private final Programmes programmes;
  private final Vaccines vaccines;

  ScheduleFaults(Programmes programmes, Vaccines vaccines) {
    this.programmes = programmes;
    this.vaccines = vaccines;
  }

  List<String> in(List<Schedule> schedules) {
    List<String> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Schedule schedule : schedules) {
      String programme = schedule.programme();
      if (!programmes.ids().contains(programme)) {
        found.add("the programme " + programme + " is unknown");
      }
      if (!seen.add(programme)) {
        found.add(programme + " has two schedules");
      }
      if (schedule.editions().isEmpty()) {
        found.add(programme + " has an empty schedule");
      }
      Set<LocalDate> days = new HashSet<>();
      for (Edition edition : schedule.editions()) {
        if (!days.add(edition.validFrom())) {
          found.add(programme + " has two schedules from " + edition.validFrom());
        }
        edition(programme, edition, found);
      }
    }
    return found;
  }

  private void edition(String programme, Edition edition, List<String> found) {
    if (edition.doses() < 1) {
      found.add(programme + " is complete without a dose");
    }
    if (edition.source().isBlank()) {
      found.add(programme + " has a schedule that nobody stands for");
    }
    Set<String> seen = new HashSet<>();
    for (Line line : edition.products()) {
      String product = line.product();
      if (!seen.add(product)) {
        found.add(product + " stands in one schedule twice");
      }
      if (vaccines.byId(product).filter(it -> it.programme().id().equals(programme)).isEmpty()) {
        found.add(product + " is no vaccine of " + programme);
      }
      if (line.doses() != null && line.doses() < 1) {
        found.add(product + " is complete without a dose");
      }
      if (!isWindow(line.nextFrom(), line.nextUntil())) {
        found.add(product + " has a next dose that ends before it begins, or only one bound");
      }
    }
  }

  private static boolean isWindow(@Nullable Period from, @Nullable Period until) {
    if (from == null || until == null) {
      return from == null && until == null;
    }
    return !LocalDate.EPOCH.plus(from).isAfter(LocalDate.EPOCH.plus(until));
  }
}
