// SPDX-License-Identifier: EUPL-1.2
package nl.cims.vocabulary;

import java.util.Locale;
import java.util.Optional;

/// How sure a login is, in the order of DigiD's levels, each with the names by which it travels in
/// `acr`.
///
/// The minimum for health data is a constant. No setting lowers it: the original once did, and that
/// was a known remaining risk. Source: DigiD levels of assurance; eIDAS implementing regulation
/// 2015/1502.
public enum AssuranceLevel {
  BASIS("PasswordProtectedTransport", ""),
  MIDDEN("MobileTwoFactorContract", "http://eidas.europa.eu/LoA/low"),
  SUBSTANTIEEL("Smartcard", "http://eidas.europa.eu/LoA/substantial"),
  HOOG("SmartcardPKI", "http://eidas.europa.eu/LoA/high");

  /// What a citizen must have proved before the register shows him anything.
  public static final AssuranceLevel MINIMUM_FOR_HEALTH_DATA = SUBSTANTIEEL;

  private static final String SAML_PREFIX = "urn:oasis:names:tc:SAML:2.0:ac:classes:";

  private final String saml;
  private final String eidas;

  AssuranceLevel(String samlClass, String eidas) {
    this.saml = SAML_PREFIX + samlClass;
    this.eidas = eidas;
  }

  /// The level that this `acr` value names, in DigiD's or eIDAS' spelling; empty for anything
  /// unknown, which callers must refuse.
  public static Optional<AssuranceLevel> ofAcr(String acr) {
    for (AssuranceLevel level : values()) {
      if (level.saml.equals(acr)
          || (!level.eidas.isEmpty()
              && level.eidas.toLowerCase(Locale.ROOT).equals(acr.toLowerCase(Locale.ROOT)))) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /// The name by which our broker sends this level on: DigiD's own.
  public String acr() {
    return saml;
  }

  /// Whether health data may be shown at this level.
  public boolean sufficesForHealthData() {
    return compareTo(MINIMUM_FOR_HEALTH_DATA) >= 0;
  }
}
