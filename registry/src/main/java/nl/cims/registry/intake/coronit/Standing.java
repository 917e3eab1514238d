// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

/// Where a row of the GGDs stands with the register. Every step that is possible:
///
/// | from | what they do | to |
/// | --- | --- | --- |
/// | – | add | KEPT, or NOT_KEPT if it cannot be understood or is refused |
/// | – | add, cancelled already | NOT_KEPT |
/// | KEPT | change | KEPT |
/// | KEPT | cancel | WITHDRAWN |
/// | KEPT | remove | GONE |
/// | NOT_KEPT | change | KEPT or NOT_KEPT |
/// | NOT_KEPT, WITHDRAWN | remove | GONE |
/// | WITHDRAWN, GONE | bring back | KEPT or NOT_KEPT, in another life |
enum Standing {
  /// Intake has it: registered, or in quarantine.
  KEPT,
  /// Intake has never had it.
  NOT_KEPT,
  /// They cancelled it, and so did we.
  WITHDRAWN,
  /// It is no longer among their rows; what was kept of it is withdrawn.
  GONE
}
