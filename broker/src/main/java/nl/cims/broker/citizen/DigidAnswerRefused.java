// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/// DigiD's answer was genuine and yet no login: wrong sector, no BSN, a level that we do not know.
/// The reason names the claim and never its value, so that it may be logged.
public final class DigidAnswerRefused extends OAuth2AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  DigidAnswerRefused(String code, String reason) {
    super(new OAuth2Error(code, reason, null), reason);
    this.reason = reason;
  }

  /// Why.
  public String reason() {
    return reason;
  }
}
