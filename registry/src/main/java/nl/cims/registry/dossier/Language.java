// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The languages in which the register names things.
public enum Language {
  NL,
  EN;

  /// The one with this ISO 639 code; empty if it is neither.
  public static Optional<Language> byCode(String code) {
    return Stream.of(values()).filter(it -> it.code().equals(code)).findFirst();
  }

  /// Its ISO 639 code.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
