// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.people;

import java.util.Optional;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.PartialDate;

/// One dose as its source has it on file.
///
/// @param source who reports it
/// @param identifier by which the source knows it, unique within the source
/// @param product what was given
/// @param occurredOn when
/// @param batch from which batch, if written down
/// @param number its place in the series, from 1
/// @param sharing what the person said about sharing it with the register
public record Dose(
    Source source,
    String identifier,
    Product product,
    PartialDate occurredOn,
    Optional<BatchNumber> batch,
    int number,
    Sharing sharing) {

  /// What the person said about sharing, and how the source passes a refusal on.
  public enum Sharing {
    AGREED,
    /// Refused; the source sends the person along and says so.
    REFUSED,
    /// Refused; the source leaves the person out.
    MASKED
  }

  Dose on(PartialDate other) {
    return new Dose(source, identifier, product, other, batch, number, sharing);
  }

  Dose from(Optional<BatchNumber> other) {
    return new Dose(source, identifier, product, occurredOn, other, number, sharing);
  }

  Dose sharing(Sharing other) {
    return new Dose(source, identifier, product, occurredOn, batch, number, other);
  }
}
