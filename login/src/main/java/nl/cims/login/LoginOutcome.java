// SPDX-License-Identifier: EUPL-1.2
package nl.cims.login;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/// What becomes of a login: what a session keeps of it, where the visitor goes, and where if it
/// failed.
public interface LoginOutcome
    extends AuthenticationSuccessHandler,
        AuthenticationFailureHandler,
        Converter<OAuth2LoginAuthenticationToken, OAuth2AuthenticationToken> {

  /// Why a login failed, as OAuth calls it: lower-case letters and underscores.
  static String error(AuthenticationException failure) {
    String code =
        failure instanceof OAuth2AuthenticationException oauth2
            ? oauth2.getError().getErrorCode()
            : "not_oauth2";
    return code.replaceAll("[^a-z_]", "");
  }
}
