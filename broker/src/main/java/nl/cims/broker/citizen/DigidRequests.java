// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/// Our requests to DigiD, each with state, nonce and PKCE, and each tied to the portal's request
/// that it was made for.
@Component
public final class DigidRequests
    implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final String PENDING = PendingLogin.class.getName();

  private final HttpSessionOAuth2AuthorizationRequestRepository session =
      new HttpSessionOAuth2AuthorizationRequestRepository();
  private final DefaultOAuth2AuthorizationRequestResolver requests;

  DigidRequests(ClientRegistrationRepository registrations, DigidSettings digid) {
    this.requests = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/never");
    String acrValues = digid.acrValues();
    requests.setAuthorizationRequestCustomizer(
        OAuth2AuthorizationRequestCustomizers.withPkce()
            .andThen(
                builder ->
                    builder.additionalParameters(
                        more -> {
                          more.put("acr_values", acrValues);
                          // Whoever is still logged in there is asked again.
                          more.put("prompt", "login");
                        })));
  }

  /// Begins a login at DigiD.
  ///
  /// @return the address to send the browser to
  public String begin(
      PendingLogin pending, HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest plain = requests.resolve(request, DigidRegistration.ID);
    if (plain == null) {
      throw new IllegalStateException("DigiD is registered");
    }
    OAuth2AuthorizationRequest asked =
        OAuth2AuthorizationRequest.from(plain)
            .additionalParameters(more -> more.put("ui_locales", pending.language()))
            .attributes(own -> own.put(PENDING, pending))
            .build();
    session.saveAuthorizationRequest(asked, request, response);
    return asked.getAuthorizationRequestUri();
  }

  /// For which request of the portal the answer is that has just come in; empty if we never asked.
  public Optional<PendingLogin> answered(HttpServletRequest request) {
    return Optional.ofNullable((PendingLogin) request.getAttribute(PENDING));
  }

  static Optional<PendingLogin> pending(OAuth2AuthorizationRequest asked) {
    return Optional.ofNullable(asked.getAttribute(PENDING));
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
    return session.loadAuthorizationRequest(request);
  }

  @Override
  public void saveAuthorizationRequest(
      OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
    session.saveAuthorizationRequest(asked, request, response);
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest asked = session.removeAuthorizationRequest(request, response);
    if (asked != null) {
      pending(asked).ifPresent(pending -> request.setAttribute(PENDING, pending));
    }
    return asked;
  }
}
