// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

/// A value that cannot be what it should be. The message says which rule it breaks and never
/// repeats the value, so that it may be shown and logged.
public final class InvalidValue extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /// @param rule the rule that was broken, as a sentence without personal data
  public InvalidValue(String rule) {
    super(rule);
  }

  /// The broken rule.
  public String rule() {
    return String.valueOf(getMessage());
  }
}
