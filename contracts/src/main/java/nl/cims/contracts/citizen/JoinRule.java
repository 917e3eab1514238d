// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.citizen;

/// Why reports of two parties are taken for one dose, the strongest reason first. In each case the
/// vaccine is the same, or one party names it less precisely, and the batch numbers do not
/// contradict each other.
public enum JoinRule {
  /// The same day.
  SAME_DAY,
  /// The same batch, and at most three days between the dates.
  SAME_BATCH,
  /// One day between the dates; a batch number is missing.
  NEXT_DAY,
  /// One date is partly unknown and can be the other; the same batch and the same place in the
  /// series.
  PARTIAL_DATE
}
