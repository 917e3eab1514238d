// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.util.List;
import java.util.UUID;
import nl.cims.registry.intake.Assessments.Assessment;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.Report.Fate;
import nl.cims.registry.intake.ReportedVaccination.Sharing;

/// One report of a delivery, with all that is known before anything is written.
final class Arrival {

  private final Delivery delivery;
  private final ReportedVaccination said;
  private final Report.Key key;
  private final Assessment assessment;
  private final Report fresh;

  Arrival(Delivery delivery, ReportedVaccination said, Report.Key key, Assessment assessment) {
    this.delivery = delivery;
    this.said = said;
    this.key = key;
    this.assessment = assessment;
    this.fresh =
        report(
            Delivery.newId(),
            assessment.broken().isEmpty() ? Fate.RECORDED : Fate.QUARANTINED,
            assessment.broken());
  }

  Delivery delivery() {
    return delivery;
  }

  ReportedVaccination said() {
    return said;
  }

  Report.Key key() {
    return key;
  }

  Assessment assessment() {
    return assessment;
  }

  /// What may not be kept under a name cannot wait for repair either: its sender has to repair it.
  boolean mayBeKept() {
    return assessment.broken().isEmpty() || said.sharing() == Sharing.AGREED;
  }

  /// What is kept while it waits: without consent nothing about the person.
  ReportedVaccination waitingForm() {
    return said.sharing() == Sharing.AGREED ? said : said.withoutPerson();
  }

  /// The report of a vaccination that is new.
  Report fresh() {
    return fresh;
  }

  /// The report of a vaccination that is known.
  Report report(UUID dose, Fate fate, List<Reason> reasons) {
    return new Report(
        Delivery.newId(),
        key,
        dose,
        delivery.channel(),
        said.intention(),
        said.stated().orElse(delivery.receivedAt()),
        fate,
        reasons,
        delivery.place(said),
        delivery.receivedAt());
  }
}
