// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.register;

/// What came of a question to the register.
public sealed interface Answer<T> {

  /// The register gave it.
  record Given<T>(T view) implements Answer<T> {}

  /// It did not.
  record Refused<T>(Refusal reason) implements Answer<T> {}

  /// Why there is no view, as far as the citizen can do something about it.
  enum Refusal {
    /// The access token does not count any more: log in again.
    LOGIN_ENDED,
    /// What is asked cannot be undone, and he did not log in just before.
    LOGIN_TOO_OLD,
    /// The register finds the level of the login too low.
    LEVEL_TOO_LOW,
    /// The register does not allow it.
    NOT_ALLOWED,
    /// Too many ask at once: try again soon.
    TOO_BUSY,
    /// The register or the way to it is down: try again soon.
    UNREACHABLE
  }
}
