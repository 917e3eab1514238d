// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

/// How the coupling is.
enum State {
  WELL,
  /// Their database does not answer. Nothing to do unless it lasts.
  UNREACHABLE,
  /// Their view is not what was agreed. Nothing is read until it is, or until we can read it.
  CONTRACT_BROKEN,
  /// The party under which rows are registered is unknown, switched off, or may not use this way.
  SOURCE_UNKNOWN,
  /// The nightly comparison found more rows gone than can be right, and withdrew none.
  TOO_MUCH_GONE,
  /// The fault is ours.
  FAULT
}
