// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.oversight;

/// What became of a judgement of what a colleague did.
public enum Judged {
  /// It holds.
  JUDGED,
  /// Nobody judges himself; nothing was written.
  OWN,
  /// Somebody has judged it before; nothing was written.
  BEFORE,
  /// There is nothing to judge under this number.
  UNKNOWN
}
