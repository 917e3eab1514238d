// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.util.Optional;

/// The languages in which senders are answered.
public enum Language {
  NL,
  EN;

  /// The language with this code, such as `nl`.
  public static Optional<Language> of(String code) {
    return switch (code) {
      case "nl" -> Optional.of(NL);
      case "en" -> Optional.of(EN);
      default -> Optional.empty();
    };
  }

  String of(String dutch, String english) {
    return this == NL ? dutch : english;
  }
}
