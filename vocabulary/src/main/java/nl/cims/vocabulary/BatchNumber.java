// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

/// The maker's batch (lot) number, kept as it was sent: 1 to 60 characters, no control characters,
/// outer blanks removed. Whether such a batch exists is not asked here: an unknown number is stored
/// as sent.
public record BatchNumber(String value) {

  /// @throws InvalidValue if it is empty, longer than 60 characters or holds control characters
  public BatchNumber {
    value = value.strip();
    if (value.isEmpty() || value.length() > 60 || value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValue("a batch number has 1 to 60 printable characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
