// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.util.Locale;

/// The languages in which the register names things.
public enum Language {
  NL,
  EN;

  /// Its ISO 639 code.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
