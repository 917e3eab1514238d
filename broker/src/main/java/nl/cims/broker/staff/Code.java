// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff;

import java.security.SecureRandom;
import java.util.Locale;

/// A one-time code with which to register passkeys: 125 random bits, in five groups of five letters
/// and digits of which none looks like another.
public final class Code {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 25;
  private static final int GROUP = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private Code(String text) {
    this.text = text;
  }

  static Code drawn() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      text.append(i > 0 && i % GROUP == 0 ? "-" : "");
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new Code(text.toString());
  }

  /// What somebody typed, however he wrote it.
  static Code typed(String text) {
    return new Code(text);
  }

  /// The code in the clear, to be shown once.
  public String reveal() {
    return text;
  }

  /// What the database keeps of it.
  byte[] hash() {
    return Hashes.sha256("code", text.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
  }

  @Override
  public String toString() {
    return "Code[hidden]";
  }
}
