// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How far the pull has come in the GGDs' view. A position never stands behind a row that can still
/// appear before it.
sealed interface Position {

  /// The beginning: everything is still to be read.
  static Position start(Contract contract) {
    return contract.namesTransactions()
        ? new ByTransaction(BigInteger.ZERO, 0)
        : new ByTime(Instant.EPOCH, Long.MIN_VALUE, Optional.empty());
  }

  /// Whether it can be gone on from in a view of this shape.
  default boolean fits(Contract contract) {
    return contract.namesTransactions() == this instanceof ByTransaction;
  }

  /// After the row with this number of this transaction. Rows are read only of transactions before
  /// the oldest that still runs, so that none can commit later with a lower number.
  record ByTransaction(BigInteger transaction, long row) implements Position {}

  /// After the row with this number, changed at this time. A row gets its time when its transaction
  /// begins and appears when it ends, so each pass over the rows begins some time before the one
  /// before it began.
  ///
  /// @param pass when this pass began, by their clock; empty if it has not begun
  record ByTime(Instant time, long row, Optional<Instant> pass) implements Position {

    /// Where the next pass begins, so that no transaction shorter than the overlap is missed.
    static ByTime nextPass(Instant pass, Duration overlap) {
      return new ByTime(pass.minus(overlap), Long.MIN_VALUE, Optional.empty());
    }
  }
}
