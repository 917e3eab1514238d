// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.citizen;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What is planned for a citizen, as far as the register knows. Each request is a look, which the
/// access log shows him.
///
/// @param plans one for each programme of which the register makes a planning
/// @param asOf the moment of the look
public record PlanningView(List<Plan> plans, Instant asOf) {

  /// Where the portal asks for it, below the gateway's address.
  public static final String PATH = "/citizen/v1/planning";

  public PlanningView {
    plans = List.copyOf(plans);
  }

  /// How far somebody is in one programme.
  ///
  /// @param programme its id in the register's catalogue
  /// @param stage how far
  /// @param received how many doses of its first series are known
  /// @param last when the last of them was given; `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
  /// @param next when the next dose is best given; only if [Stage#NEXT_DOSE], and only if the day
  ///   of the last one is fully known
  public record Plan(
      String programme, Stage stage, int received, Optional<String> last, Optional<Window> next) {

    @Override
    public String toString() {
      return "Plan[hidden]";
    }
  }

  /// How far somebody is.
  public enum Stage {
    /// No dose is known.
    NOTHING_RECEIVED,
    /// The first series has begun; its next dose comes through whoever gave the last one.
    NEXT_DOSE,
    /// The first series is complete.
    COMPLETE
  }

  /// A period in which a dose is best given.
  ///
  /// @param from first day
  /// @param until last day
  public record Window(LocalDate from, LocalDate until) {}

  @Override
  public String toString() {
    return "PlanningView[hidden]";
  }
}
