// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.intake.Assessments.Assessment;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.Report.Fate;
import nl.cims.registry.intake.ReportedVaccination.Intention;
import nl.cims.registry.intake.ReportedVaccination.Sharing;
import nl.cims.registry.person.Person;
import nl.cims.vocabulary.Bsn;
import org.jspecify.annotations.Nullable;

/// One report of a delivery, with all that is known before it is written. Whom it is about is
/// learned last, in the transaction that writes it: if nothing may lead to him, it goes on as one
/// that was not shared.
final class Arrival {

  private final Delivery delivery;
  private final ReportedVaccination told;
  private final Assessment assessment;
  private byte[] vaccination;
  private @Nullable Person person;
  private @Nullable Report fresh;
  private List<byte[]> content = List.of();

  /// @param vaccination keyed index of source and identifier
  Arrival(Delivery delivery, ReportedVaccination told, byte[] vaccination, Assessment assessment) {
    this.delivery = delivery;
    this.told = told;
    this.vaccination = vaccination;
    this.assessment = assessment;
  }

  /// What its sender says, whatever may be kept of it.
  ReportedVaccination told() {
    return told;
  }

  /// The person to whom it may be tied if his key is still there.
  Optional<Bsn> named() {
    if (told.sharing() == Sharing.REFUSED) {
      return Optional.empty();
    }
    Optional<Bsn> bsn = told.person().flatMap(ReportedPerson::bsn);
    if (bsn.isEmpty() && told.intention() != Intention.WITHDRAW) {
      throw new IllegalStateException("a channel let a shared dose through without a BSN");
    }
    return bsn;
  }

  /// Learns whom it is about.
  void isAbout(@Nullable Person person) {
    this.person = person;
  }

  /// Learns that the register knows the vaccination under an older index.
  void isKnownAs(byte[] index) {
    this.vaccination = index;
  }

  /// Learns by what its content is known.
  ///
  /// @param content the index under which it is written, then those under which it may stand
  void says(List<byte[]> content) {
    this.content = List.copyOf(content);
    Report.Key key = new Report.Key(vaccination, content.getFirst());
    this.fresh =
        report(
            key,
            Delivery.newId(),
            assessment.broken().isEmpty() ? Fate.RECORDED : Fate.QUARANTINED,
            assessment.broken());
  }

  Delivery delivery() {
    return delivery;
  }

  /// The person to whom it is tied; empty if it leads to nobody.
  Optional<Person> subject() {
    return Optional.ofNullable(person).filter(it -> it.key().isPresent());
  }

  /// Whether it is about somebody who was cut off from his vaccinations.
  boolean isCut() {
    return person != null && subject().isEmpty();
  }

  /// What it says, as far as that may be kept.
  ReportedVaccination said() {
    return subject().isPresent() ? told : told.withheld();
  }

  byte[] vaccination() {
    return vaccination;
  }

  Report.Key key() {
    return fresh().key();
  }

  /// Every index under which what it says may stand.
  List<byte[]> content() {
    return content;
  }

  Assessment assessment() {
    return assessment;
  }

  /// What may not be kept under a name cannot wait for repair either: its sender has to repair it.
  boolean mayBeKept() {
    return assessment.broken().isEmpty() || subject().isPresent();
  }

  /// The report of a vaccination that is new.
  Report fresh() {
    return Objects.requireNonNull(
        fresh, "a report was written before it was known whom it is about");
  }

  /// The report of a vaccination that is known.
  Report report(UUID dose, Fate fate, List<Reason> reasons) {
    return report(key(), dose, fate, reasons);
  }

  private Report report(Report.Key key, UUID dose, Fate fate, List<Reason> reasons) {
    return new Report(
        Delivery.newId(),
        key,
        dose,
        delivery.channel(),
        told.intention(),
        told.stated().orElse(delivery.receivedAt()),
        fate,
        reasons,
        subject().isPresent() ? delivery.place() : null,
        delivery.receivedAt());
  }
}
