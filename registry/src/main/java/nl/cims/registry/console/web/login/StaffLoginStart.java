// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import nl.cims.login.BrokerClient;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.WithConsole;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/// Sends staff to the broker from `/nl/inloggen` or `/en/log-in`, with PKCE and in his language.
/// Who has logged in already shows his passkey once more, and comes back to where he was.
@Component
@WithConsole
final class StaffLoginStart implements OAuth2AuthorizationRequestResolver {

  private final DefaultOAuth2AuthorizationRequestResolver standard;
  private final Clock clock;

  StaffLoginStart(ClientRegistrationRepository registrations, Clock clock) {
    this.standard =
        new DefaultOAuth2AuthorizationRequestResolver(registrations, "/oauth2/authorization");
    this.standard.setAuthorizationRequestCustomizer(
        OAuth2AuthorizationRequestCustomizers.withPkce());
    this.clock = clock;
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
    if (!ConsolePage.LOG_IN.isAt(request.getRequestURI()) || !request.getMethod().equals("GET")) {
      return null;
    }
    StaffWish wish = StaffWish.of(request);
    wish.keep(request);
    OAuth2AuthorizationRequest asked = standard.resolve(request, BrokerClient.REGISTRATION);
    if (asked == null) {
      throw new IllegalStateException("the broker is not registered");
    }
    Map<String, Object> added = new HashMap<>();
    added.put("acr_values", LevelOfStaff.ACR);
    added.put("ui_locales", wish.language().code());
    if (Present.staff().filter(login -> !login.isFresh(clock.instant())).isPresent()) {
      added.put("max_age", Long.toString(StaffLogin.FRESH.toSeconds()));
    }
    return OAuth2AuthorizationRequest.from(asked)
        .additionalParameters(parameters -> parameters.putAll(added))
        .build();
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest resolve(
      HttpServletRequest request, String clientRegistrationId) {
    return resolve(request);
  }
}
