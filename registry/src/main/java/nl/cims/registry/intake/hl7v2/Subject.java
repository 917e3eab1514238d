// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.hl7v2;

import java.util.Optional;
import nl.cims.registry.intake.ReportedPerson;
import nl.cims.registry.intake.ReportedVaccination.Sharing;

/// Whom a message is about.
///
/// @param pid where he is described
/// @param pd1 what he wishes
/// @param person as described
/// @param sharing what he said about all vaccinations in the message
record Subject(Segment pid, Optional<Segment> pd1, ReportedPerson person, Sharing sharing) {
  @Override
  public String toString() {
    return "Subject[hidden]";
  }
}
