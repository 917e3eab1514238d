// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

/// So many rows are gone that something else must be wrong: a view that filters too much, an old
/// backup. Nothing was withdrawn.
final class TooMuchGone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooMuchGone(long gone, long most) {
    super(
        "%d rows are gone and %d may be at once (cims.intake.coronit.reconciliation.most-gone); nothing was withdrawn"
            .formatted(gone, most));
  }
}
