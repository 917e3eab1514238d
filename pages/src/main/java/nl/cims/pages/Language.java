// SPDX-License-Identifier: EUPL-1.2
package nl.cims.pages;

import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/// The two languages of every page.
public enum Language {
  NL("nl-NL"),
  EN("en-GB");

  private final Locale locale;

  Language(String tag) {
    this.locale = Locale.forLanguageTag(tag);
  }

  /// The ISO 639 code, as in `lang`, `hreflang` and the first part of an address.
  public String code() {
    return locale.getLanguage();
  }

  /// How dates, numbers and plurals are written.
  public Locale locale() {
    return locale;
  }

  /// The language to which the switch leads.
  public Language other() {
    return this == NL ? EN : NL;
  }

  /// The language of an address such as `/nl/contact`; empty if its first part is neither code.
  public static Optional<Language> ofPath(String path) {
    for (Language language : values()) {
      String start = "/" + language.code();
      if (path.equals(start) || path.startsWith(start + "/")) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /// The language that an `Accept-Language` header prefers; Dutch if it names neither or is not
  /// well-formed.
  public static Language negotiate(String acceptLanguage) {
    try {
      for (LanguageRange range : LanguageRange.parse(acceptLanguage)) {
        for (Language language : values()) {
          if (range.getWeight() > 0 && range.getRange().split("-", 2)[0].equals(language.code())) {
            return language;
          }
        }
      }
      return NL;
    } catch (IllegalArgumentException notWellFormed) {
      return NL;
    }
  }
}
