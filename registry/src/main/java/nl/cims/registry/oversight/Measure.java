// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.oversight;

/// What signs lead to, the mildest first.
public enum Measure {
  /// Nothing.
  NONE,
  /// A supervisor is told.
  NOTED,
  /// A few look-ups in ten minutes, not more.
  SLOWED,
  /// The same, and the passkey again within the five minutes before each.
  PASSKEY_AGAIN,
  /// No look-ups, until a supervisor has judged what was done.
  SUSPENDED;

  /// Whether it is this one or a stricter one.
  boolean isAtLeast(Measure other) {
    return compareTo(other) >= 0;
  }

  /// The next stricter one.
  Measure stricter() {
    return switch (this) {
      case NONE -> NOTED;
      case NOTED -> SLOWED;
      case SLOWED -> PASSKEY_AGAIN;
      case PASSKEY_AGAIN, SUSPENDED -> SUSPENDED;
    };
  }
}
