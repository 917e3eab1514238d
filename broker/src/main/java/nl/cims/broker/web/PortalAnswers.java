// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import nl.cims.broker.citizen.PendingLogin;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Sends the citizen back to the portal, with a code or an error. Either way the broker's own
/// session ends here: there is no single sign-on, so there is nothing to log out of either.
@Component
class PortalAnswers {

  private final Refusals refusals;

  PortalAnswers(Refusals refusals) {
    this.refusals = refusals;
  }

  /// The login succeeded: the portal gets its code.
  void code(HttpServletRequest request, HttpServletResponse response, Authentication result)
      throws IOException {
    OAuth2AuthorizationCodeRequestAuthenticationToken answered =
        (OAuth2AuthorizationCodeRequestAuthenticationToken) result;
    OAuth2AuthorizationCode code = answered.getAuthorizationCode();
    String redirectUri = answered.getRedirectUri();
    if (code == null || redirectUri == null) {
      throw new IllegalStateException("an accepted request has a code and a redirect URI");
    }
    endSession(request);
    redirect(
        response,
        redirectUri,
        OAuth2ParameterNames.CODE,
        code.getTokenValue(),
        answered.getState());
  }

  /// The portal's request was wrong. Without a redirect URI that can be trusted it is shown here.
  void wrongRequest(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException wrong)
      throws IOException {
    endSession(request);
    if (wrong instanceof OAuth2AuthorizationCodeRequestAuthenticationException known
        && known.getAuthorizationCodeRequestAuthentication() != null
        && known.getAuthorizationCodeRequestAuthentication().getRedirectUri() != null) {
      var asked = known.getAuthorizationCodeRequestAuthentication();
      redirect(
          response,
          String.valueOf(asked.getRedirectUri()),
          OAuth2ParameterNames.ERROR,
          known.getError().getErrorCode(),
          asked.getState());
    } else {
      refusals.refuse(Refusal.BAD_REQUEST, request, response);
    }
  }

  /// The login did not succeed.
  void error(
      HttpServletRequest request, HttpServletResponse response, PendingLogin pending, String error)
      throws IOException {
    endSession(request);
    redirect(response, pending.redirectUri(), OAuth2ParameterNames.ERROR, error, pending.state());
  }

  private static void endSession(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  private static void redirect(
      HttpServletResponse response,
      String redirectUri,
      String name,
      String value,
      @Nullable String state)
      throws IOException {
    UriComponentsBuilder address =
        UriComponentsBuilder.fromUriString(redirectUri).queryParam(name, "{value}");
    if (state != null) {
      address.queryParam(OAuth2ParameterNames.STATE, "{state}");
    }
    response.sendRedirect(
        address
            .encode()
            .buildAndExpand(state == null ? new Object[] {value} : new Object[] {value, state})
            .toUriString());
  }
}
