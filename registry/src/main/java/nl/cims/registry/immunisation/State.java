// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.PartialDate;

/// What a source reported of a dose at one time.
///
/// @param id of this state; the id of the report that made it
/// @param dose the dose it is about
/// @param step 1 for the first, counting up
/// @param event what happened
/// @param vaccinee who got it; empty if it was shared anonymously, or if nothing leads to him any
///   more
/// @param source the party that reported it
/// @param product the vaccine's id in the catalogue
/// @param batch as sent
/// @param occurredOn when it was given
/// @param ageCohort five-year cohort at that time, such as `30-34`; empty if the birth date is
///   unknown
/// @param circumstances how it was given
/// @param receivedAt when the report was committed
public record State(
    UUID id,
    DoseId dose,
    int step,
    LifeCycle event,
    Optional<Vaccinee> vaccinee,
    String source,
    String product,
    Optional<BatchNumber> batch,
    PartialDate occurredOn,
    Optional<AgeCohort> ageCohort,
    Circumstances circumstances,
    Instant receivedAt) {

  /// Whether the source has changed it since it was first reported.
  public boolean corrected() {
    return step > 1;
  }

  /// The state that follows when the source withdraws it: the same facts, which count no more.
  ///
  /// @param report the report that does so
  public State withdrawn(UUID report, Instant at) {
    return new State(
        report,
        dose,
        step + 1,
        LifeCycle.WITHDRAWN,
        vaccinee,
        source,
        product,
        batch,
        occurredOn,
        ageCohort,
        circumstances,
        at);
  }
}
