// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import nl.cims.login.BrokerClient;
import nl.cims.login.LoginOutcome;
import nl.cims.portal.PortalPage;
import nl.cims.vocabulary.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/// How a login ends: with a session that holds our own small [Citizen], or on a page that says what
/// happened, without a session.
@Component
final class LoginEnd implements LoginOutcome {

  /// How long a login lasts at most, whatever the citizen does.
  static final Duration LONGEST = Duration.ofMinutes(60);

  private static final Logger LOG = LoggerFactory.getLogger(LoginEnd.class);

  private final Clock clock;
  private final OpenSessions sessions;

  LoginEnd(Clock clock, OpenSessions sessions) {
    this.clock = clock;
    this.sessions = sessions;
  }

  /// Leaves the ID token behind: the session gets the pseudonym and the access token.
  @Override
  public OAuth2AuthenticationToken convert(OAuth2LoginAuthenticationToken login) {
    Instant now = clock.instant();
    OAuth2AccessToken token = login.getAccessToken();
    if (token == null || !(login.getPrincipal() instanceof OidcUser who)) {
      throw new IllegalStateException("a login that is complete has a token and a person");
    }
    OidcIdToken idToken = who.getIdToken();
    Instant loggedIn = Objects.requireNonNullElse(idToken.getAuthenticatedAt(), now);
    Instant latest = loggedIn.plus(LONGEST);
    Instant expiry = token.getExpiresAt();
    Citizen citizen =
        new Citizen(
            who.getName(),
            new Tokens(
                new Secret(token.getTokenValue()),
                new Secret(idToken.getTokenValue()),
                String.valueOf(idToken.getClaimAsString("sid"))),
            loggedIn,
            expiry != null && expiry.isBefore(latest) ? expiry : latest);
    return new OAuth2AuthenticationToken(
        citizen, citizen.getAuthorities(), BrokerClient.REGISTRATION);
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    if (authentication.getPrincipal() instanceof Citizen citizen) {
      sessions.opened(citizen.tokens().session(), request.getSession());
    }
    response.sendRedirect(LoginWish.take(request).address());
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    LoginWish wish = LoginWish.take(request);
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    PortalPage page = pageFor(LoginOutcome.error(failure));
    response.sendRedirect(page.addressWishing(wish.language(), wish.page()));
  }

  private static PortalPage pageFor(String code) {
    return switch (code) {
      case OAuth2ErrorCodes.ACCESS_DENIED -> PortalPage.LOGIN_CANCELLED;
      case LevelCheck.TOO_LOW, "unmet_authentication_requirements" -> PortalPage.LEVEL_TOO_LOW;
      default -> {
        LOG.warn("A login failed: {}", code);
        yield PortalPage.LOGIN_FAILED;
      }
    };
  }
}
