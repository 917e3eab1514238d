// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import nl.cims.broker.citizen.Citizen;
import nl.cims.broker.citizen.DigidAnswerRefused;
import nl.cims.broker.citizen.DigidRequests;
import nl.cims.broker.citizen.PendingLogin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;

/// What follows when the citizen comes back from DigiD.
@Component
class LoginEnd {

  private static final Logger LOG = LoggerFactory.getLogger(LoginEnd.class);

  /// Errors that the portal has a page for; it hears of every other as `server_error`.
  private static final Set<String> TOLD =
      Set.of(
          OAuth2ErrorCodes.ACCESS_DENIED,
          OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE,
          "unmet_authentication_requirements");

  private final DigidRequests digid;
  private final PortalAnswers answers;
  private final Refusals refusals;

  LoginEnd(DigidRequests digid, PortalAnswers answers, Refusals refusals) {
    this.digid = digid;
    this.answers = answers;
    this.refusals = refusals;
  }

  /// Takes up the portal's request again, now with a citizen.
  void succeeded(HttpServletRequest request, HttpServletResponse response, Authentication login)
      throws IOException {
    if (!(login.getPrincipal() instanceof Citizen citizen)) {
      throw new IllegalStateException("only a citizen logs in here");
    }
    response.sendRedirect(Doors.AUTHORIZE + "?" + citizen.pending().query());
  }

  /// Tells the portal that there is no login, or the citizen if we do not know the portal any more.
  void failed(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    Optional<PendingLogin> pending = digid.answered(request);
    if (pending.isEmpty()) {
      LOG.info("an answer of DigiD to no login that we know");
      refusals.refuse(Refusal.LOGIN_LOST, request, response);
      return;
    }
    String error = error(failure);
    if (!OAuth2ErrorCodes.ACCESS_DENIED.equals(error)) {
      LOG.warn("a login failed: {} ({})", error, reason(failure));
    }
    answers.error(request, response, pending.get(), error);
  }

  private static String error(AuthenticationException failure) {
    if (failure instanceof OAuth2AuthenticationException oauth) {
      String code = oauth.getError().getErrorCode();
      if (TOLD.contains(code)) {
        return code;
      }
    }
    return unreachable(failure)
        ? OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE
        : OAuth2ErrorCodes.SERVER_ERROR;
  }

  private static boolean unreachable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ResourceAccessException) {
        return true;
      }
    }
    return false;
  }

  /// Our own words only: what DigiD wrote is not ours to log.
  private static String reason(AuthenticationException failure) {
    return failure instanceof DigidAnswerRefused refused
        ? refused.reason()
        : failure.getClass().getSimpleName();
  }
}
