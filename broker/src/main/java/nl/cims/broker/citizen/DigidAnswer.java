// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import java.util.Map;
import nl.cims.broker.citizen.DigidSettings.Claims;
import nl.cims.vocabulary.AssuranceLevel;
import nl.cims.vocabulary.Bsn;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/// Who DigiD says it is, and how sure it is.
///
/// @param bsn the citizen's number
/// @param level the level of assurance
record DigidAnswer(Bsn bsn, AssuranceLevel level) {

  /// The sector in which the number is a BSN. DigiD also knows others (S00000001: A-number), which
  /// must never be taken for one.
  static final String BSN_SECTOR = "S00000000";

  /// OpenID Connect's error for a level that we cannot place.
  static final String UNKNOWN_LEVEL = "unmet_authentication_requirements";

  /// Reads claims whose signature has already been verified.
  ///
  /// @throws DigidAnswerRefused if sector, BSN or level is not what it must be; the message names
  ///   the claim, never its value
  static DigidAnswer of(Map<String, Object> claims, Claims names) {
    return new DigidAnswer(bsn(claims, names), level(claims, names));
  }

  private static Bsn bsn(Map<String, Object> claims, Claims names) {
    String name = names.number();
    String prefix =
        switch (names.form()) {
          case WITH_SECTOR -> BSN_SECTOR + ":";
          case BARE -> "";
        };
    if (!(claims.get(name) instanceof String value) || !value.startsWith(prefix)) {
      throw new DigidAnswerRefused(
          OAuth2ErrorCodes.SERVER_ERROR, name + " is not of sector " + BSN_SECTOR);
    }
    return Bsn.parse(value.substring(prefix.length()))
        .orElseThrow(
            () -> new DigidAnswerRefused(OAuth2ErrorCodes.SERVER_ERROR, name + " holds no BSN"));
  }

  private static AssuranceLevel level(Map<String, Object> claims, Claims names) {
    String name = names.level();
    if (!(claims.get(name) instanceof String value)) {
      throw new DigidAnswerRefused(UNKNOWN_LEVEL, name + " is missing");
    }
    return names
        .levelOf(value)
        .orElseThrow(
            () -> new DigidAnswerRefused(UNKNOWN_LEVEL, name + " is no level that we know"));
  }
}
