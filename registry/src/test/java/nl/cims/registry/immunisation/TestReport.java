// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.cims.registry.protection.ErasableKey;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.PartialDate;

/// A report of a dose for tests of the rule that joins: a Comirnaty dose of batch EJ6796, changed
/// where the test is about something else.
record TestReport(
    String source, String product, String day, String batch, String place, String identifier) {

  /// All of these are about one person.
  private static final Vaccinee VACCINEE = new Vaccinee(ErasableKey.fresh());

  static TestReport by(String source) {
    return new TestReport(source, "comirnaty", "2021-05-01", "EJ6796", "1", "");
  }

  TestReport of(String other) {
    return new TestReport(source, other, day, batch, place, identifier);
  }

  TestReport on(String other) {
    return new TestReport(source, product, other, batch, place, identifier);
  }

  TestReport batch(String other) {
    return new TestReport(source, product, day, other, place, identifier);
  }

  TestReport place(String other) {
    return new TestReport(source, product, day, batch, other, identifier);
  }

  TestReport identifier(String other) {
    return new TestReport(source, product, day, batch, place, other);
  }

  /// The same for the same report.
  DoseId dose() {
    return new DoseId(UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8)));
  }

  State state() {
    return new State(
        dose().value(),
        dose(),
        1,
        LifeCycle.RECORDED,
        Optional.of(VACCINEE),
        source,
        product,
        batch.isEmpty() ? Optional.empty() : Optional.of(new BatchNumber(batch)),
        PartialDate.parse(day),
        Optional.empty(),
        new Circumstances(product, List.of(), "", "", "", "", place, "", "", "", ""),
        Instant.EPOCH);
  }

  Joining.Report report(DoseId... partedFrom) {
    return new Joining.Report(state(), Set.of(partedFrom));
  }
}
