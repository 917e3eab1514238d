// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;

/// Our requests to DigiD, each with state, nonce and PKCE, and each tied to the portal's request
/// that it was made for.
@Component
public final class DigidRequests
    implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

  private static final String PENDING = PendingLogin.class.getName();

  private final ClientRegistrationRepository registrations;
  private final BegunLogins begun;
  private final DefaultOAuth2AuthorizationRequestResolver requests;

  DigidRequests(
      ClientRegistrationRepository registrations, DigidSettings digid, BegunLogins begun) {
    this.registrations = registrations;
    this.begun = begun;
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
  /// @return the address to send the browser to; empty if it cannot keep a request as large as this
  public Optional<String> begin(
      PendingLogin pending, HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest plain = requests.resolve(request, DigidRegistration.ID);
    if (plain == null) {
      throw new IllegalStateException("DigiD is registered");
    }
    OAuth2AuthorizationRequest asked =
        OAuth2AuthorizationRequest.from(plain)
            .additionalParameters(more -> more.put("ui_locales", pending.language()))
            .build();
    BegunLogins.Begun login =
        new BegunLogins.Begun(
            String.valueOf(asked.getState()),
            required(asked, OidcParameterNames.NONCE),
            required(asked, PkceParameterNames.CODE_VERIFIER),
            pending);
    return begun.keep(login, response)
        ? Optional.of(asked.getAuthorizationRequestUri())
        : Optional.empty();
  }

  private static String required(OAuth2AuthorizationRequest asked, String name) {
    return Objects.requireNonNull(asked.getAttribute(name), name);
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
    String state = request.getParameter(OAuth2ParameterNames.STATE);
    return begun
        .of(request)
        .filter(login -> login.state().equals(state))
        .map(this::asked)
        .orElse(null);
  }

  /// @throws UnsupportedOperationException always: a login begins with a request of the portal
  @Override
  public void saveAuthorizationRequest(
      OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
    throw new UnsupportedOperationException("a login begins with a request of the portal");
  }

  @Override
  public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
      HttpServletRequest request, HttpServletResponse response) {
    OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
    if (asked != null) {
      begun.forget(response);
      pending(asked).ifPresent(pending -> request.setAttribute(PENDING, pending));
    }
    return asked;
  }

  /// As much of our request as its answer is held against.
  private OAuth2AuthorizationRequest asked(BegunLogins.Begun login) {
    ClientRegistration digid =
        Objects.requireNonNull(registrations.findByRegistrationId(DigidRegistration.ID));
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(Objects.requireNonNull(digid.getProviderDetails().getAuthorizationUri()))
        .clientId(digid.getClientId())
        .redirectUri(digid.getRedirectUri())
        .scopes(digid.getScopes())
        .state(login.state())
        .attributes(
            own -> {
              own.put(OAuth2ParameterNames.REGISTRATION_ID, digid.getRegistrationId());
              own.put(OidcParameterNames.NONCE, login.nonce());
              own.put(PkceParameterNames.CODE_VERIFIER, login.verifier());
              own.put(PENDING, login.pending());
            })
        .build();
  }
}
