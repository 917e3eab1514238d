// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.citizen;

import java.time.Duration;
import nl.cims.broker.BrokerSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.web.client.RestClient;

/// How we stand with the DigiD broker. All its addresses are settings and none is asked from it at
/// start, so that the broker starts when DigiD is down.
@Configuration(proxyBeanMethods = false)
class DigidRegistration {

  static final String ID = "digid";

  /// Where DigiD sends the citizen back to, under the issuer's address.
  static final String CALLBACK = "/login/oauth2/code/" + ID;

  /// How long an answer of DigiD is waited for, because a citizen waits too.
  static final Duration PATIENCE = Duration.ofSeconds(5);

  @Bean
  ClientRegistrationRepository digid(BrokerSettings settings, DigidSettings digid) {
    return new InMemoryClientRegistrationRepository(
        ClientRegistration.withRegistrationId(ID)
            .clientName("DigiD")
            .clientId(digid.clientId())
            .clientSecret(digid.clientSecret().reveal())
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .scope(OidcScopes.OPENID)
            .redirectUri(settings.issuer() + CALLBACK)
            .issuerUri(digid.issuer())
            .authorizationUri(digid.authorizationUri().toString())
            .tokenUri(digid.tokenUri().toString())
            .jwkSetUri(digid.jwksUri().toString())
            .build());
  }

  /// The client that redeems codes; gives up in time, because a citizen waits for it.
  @Bean
  RestClientAuthorizationCodeTokenResponseClient digidTokens() {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            java.net.http.HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    requests.setReadTimeout(PATIENCE);
    RestClientAuthorizationCodeTokenResponseClient client =
        new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(requests)
            .configureMessageConverters(
                converters ->
                    converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }
}
