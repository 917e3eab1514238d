// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

/// A setting that must not be seen: a password, a key. It can neither print itself nor be
/// serialised.
public final class Secret {

  /// Transient, so that a serialiser which reads private fields passes it by.
  private final transient String value;

  /// @param value the secret itself
  public Secret(String value) {
    this.value = value;
  }

  /// The secret in the clear, for the one who uses it.
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
