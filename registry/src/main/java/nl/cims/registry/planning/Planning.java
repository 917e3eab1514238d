// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.planning;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.cims.contracts.citizen.PlanningView.Plan;
import nl.cims.contracts.citizen.PlanningView.Stage;
import nl.cims.contracts.citizen.PlanningView.Window;
import nl.cims.registry.catalogue.Product;
import nl.cims.registry.catalogue.Vaccines;
import nl.cims.registry.immunisation.Vaccination;
import nl.cims.vocabulary.PartialDate;
import org.springframework.stereotype.Service;

/// How far somebody is in the programmes that have a schedule. A pure function of his doses:
/// nothing of it is stored.
@Service
public class Planning {

  /// By the last day that a date can be, so that a vague one that may be the latest counts as it.
  private static final Comparator<Dose> IN_TIME =
      Comparator.comparing((Dose it) -> it.day().latest())
          .thenComparing(it -> it.day().earliest())
          .thenComparing(Dose::product);

  private final Schedules schedules;
  private final Vaccines vaccines;

  Planning(Schedules schedules, Vaccines vaccines) {
    this.schedules = schedules;
    this.vaccines = vaccines;
  }

  /// A plan for each programme with a schedule.
  ///
  /// @param vaccinations his doses, each once, however many sources reported it
  public List<Plan> of(List<Vaccination> vaccinations) {
    return schedules.all().stream()
        .map(schedule -> plan(schedule, doses(schedule.programme(), vaccinations)))
        .toList();
  }

  private List<Dose> doses(String programme, List<Vaccination> vaccinations) {
    return vaccinations.stream()
        .map(Vaccination::leading)
        .flatMap(
            state ->
                vaccines
                    .byId(state.product())
                    .filter(product -> product.programme().id().equals(programme))
                    .map(Product::id)
                    .map(product -> new Dose(product, state.occurredOn()))
                    .stream())
        .sorted(IN_TIME)
        .toList();
  }

  /// The series is complete as soon as somebody has as many doses as one of those he got asks for:
  /// what comes after it is no part of it.
  private static Plan plan(Schedule schedule, List<Dose> doses) {
    int asked = Integer.MAX_VALUE;
    for (int received = 1; received <= doses.size(); received++) {
      Dose dose = doses.get(received - 1);
      asked = Math.min(asked, schedule.on(dose.day).dosesOf(dose.product));
      if (received >= asked) {
        return plan(schedule, Stage.COMPLETE, doses.subList(0, received), Optional.empty());
      }
    }
    return doses.isEmpty()
        ? plan(schedule, Stage.NOTHING_RECEIVED, doses, Optional.empty())
        : plan(schedule, Stage.NEXT_DOSE, doses, next(schedule, doses.getLast()));
  }

  private static Plan plan(
      Schedule schedule, Stage stage, List<Dose> series, Optional<Window> next) {
    return new Plan(
        schedule.programme(),
        stage,
        series.size(),
        series.stream().reduce((earlier, later) -> later).map(last -> last.day.toString()),
        next);
  }

  private static Optional<Window> next(Schedule schedule, Dose last) {
    return last.day.exact().flatMap(day -> schedule.on(last.day).next(last.product, day));
  }

  /// @param product its id in the catalogue
  private record Dose(String product, PartialDate day) {}
}
