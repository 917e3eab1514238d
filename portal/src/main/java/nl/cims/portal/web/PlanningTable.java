// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.contracts.citizen.PlanningView.Plan;
import nl.cims.portal.PortalSettings.Programme;

/// What is planned, in the form in which its page shows it: one section for each programme that the
/// portal shows a planning of, whether the register makes one or not.
///
/// @param sections in the order of the settings
/// @param asOf the moment of the look
public record PlanningTable(List<Section> sections, Instant asOf) {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  public PlanningTable {
    sections = List.copyOf(sections);
  }

  /// A programme and how far the citizen is in it.
  ///
  /// @param number from 1
  /// @param programme which
  /// @param plan empty if the register makes none
  /// @param late whether the best days for the next dose are over
  public record Section(int number, Programme programme, Optional<Plan> plan, boolean late) {}

  /// Arranges what the register said under the programmes of the portal.
  public static PlanningTable of(PlanningView view, List<Programme> programmes) {
    LocalDate today = LocalDate.ofInstant(view.asOf(), AMSTERDAM);
    return new PlanningTable(
        programmes.stream()
            .filter(Programme::planned)
            .map(programme -> section(programme, view, programmes.indexOf(programme) + 1, today))
            .toList(),
        view.asOf());
  }

  private static Section section(
      Programme programme, PlanningView view, int number, LocalDate today) {
    Optional<Plan> plan =
        view.plans().stream().filter(it -> it.programme().equals(programme.id())).findFirst();
    return new Section(
        number,
        programme,
        plan,
        plan.flatMap(Plan::next).filter(next -> next.until().isBefore(today)).isPresent());
  }
}
