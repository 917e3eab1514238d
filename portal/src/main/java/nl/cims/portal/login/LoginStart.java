// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import nl.cims.login.BrokerClient;
import nl.cims.portal.PortalPage;
import nl.cims.vocabulary.AssuranceLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// Sends a citizen to the broker from `/nl/inloggen` or `/en/log-in`, with PKCE, the level that
/// health data need, and his language. Always for a new login (`prompt=login`, `max_age=0`): the
/// same step serves whoever must prove once more that it is he. While the broker does not answer,
/// or while others came before him ([WaitingRoom]), he stays here and gets a page that says so.
@Component
final class LoginStart implements OAuth2AuthorizationRequestResolver {

  private final DefaultOAuth2AuthorizationRequestResolver standard;
  private final BrokerWatch watch;
  private final WaitingRoom room;

  LoginStart(ClientRegistrationRepository registrations, BrokerWatch watch, WaitingRoom room) {
    this.room = room;
    this.standard =
        new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
    this.standard.setAuthorizationRequestCustomizer(
        OAuth2AuthorizationRequestCustomizers.withPkce());
    this.watch = watch;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    boolean start = PortalPage.LOG_IN.isAt(request.getRequestURI());
    if (!start || !request.getMethod().equals("GET") || !watch.answers()) {
      return null;
    }
    if (room.ask(ticket(request)) instanceof WaitingRoom.Answer.Wait wait) {
      request.setAttribute(WaitingRoom.class.getName(), wait);
      return null;
    }
    LoginWish wish = LoginWish.of(request);
    wish.keep(request);
    OAuth2AuthorizationRequest standardRequest =
        standard.resolve(request, BrokerClient.REGISTRATION);
    if (standardRequest == null) {
      throw new IllegalStateException("the broker is not registered");
    }
    return OAuth2AuthorizationRequest.from(standardRequest)
        .additionalParameters(
            parameters ->
                parameters.putAll(
                    Map.of(
                        "acr_values",
                        AssuranceLevel.MINIMUM_FOR_HEALTH_DATA.acr(),
                        "ui_locales",
                        wish.language().code(),
                        "prompt",
                        "login",
                        "max_age",
                        "0")))
        .build();
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(
      HttpServletRequest request, String clientRegistrationId) {
    return resolve(request);
  }

  private static String ticket(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, Ticket.COOKIE);
    return cookie == null ? "" : cookie.getValue();
  }
}
