// SPDX-License-Identifier: EUPL-1.2
package nl.cims.revocation;

/// What becomes of certificates while their standing is unknown.
public enum WhenUnknown {
  /// They are refused: whoever can hold back a list cannot keep a stolen certificate alive.
  REFUSE,
  /// They are let in with a warning in the log, for the night in which the authority is late.
  WARN
}
