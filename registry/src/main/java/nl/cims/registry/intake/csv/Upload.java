// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A file that was received and is kept until every row of it has an outcome.
///
/// @param id by which its sender asks for it
/// @param receivedAt when it was committed
/// @param hash SHA-256 of the bytes as sent, if it is known
/// @param unknownColumns heads of columns that were not read
/// @param counts what became of its rows
public record Upload(
    UUID id,
    Instant receivedAt,
    Optional<byte[]> hash,
    List<String> unknownColumns,
    Counts counts) {

  public Upload {
    unknownColumns = List.copyOf(unknownColumns);
  }

  /// What became of the rows so far; `pending` are those that wait for their turn.
  public record Counts(
      int received,
      int recorded,
      int duplicate,
      int parked,
      int quarantined,
      int refused,
      int pending) {}
}
