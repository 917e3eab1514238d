// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import nl.cims.login.BrokerClient;
import nl.cims.login.LogoutTokens;
import nl.cims.portal.PortalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/// The portal as a client of the broker.
@Configuration(proxyBeanMethods = false)
class AtBroker {

  private static final List<String> SCOPES = List.of("openid", "dossier:read", "accesslog:read");

  @Bean
  BrokerClient brokerClient(PortalSettings settings, BackChannel back) {
    URI issuer = settings.broker().issuer();
    return new BrokerClient(
        new BrokerClient.Website(settings.clientId(), settings.publicAddress(), SCOPES),
        new BrokerClient.Broker(
            issuer, URI.create(issuer + "/oauth2/authorize"), settings.broker().backChannel()),
        back.connections());
  }

  @Bean
  ClientRegistrationRepository registrations(BrokerClient client) {
    return client.registrations();
  }

  @Bean
  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(
      BrokerClient client) {
    return client.codeExchange();
  }

  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens(BrokerClient client) {
    return client.idTokens();
  }

  @Bean
  LogoutTokens logoutTokens(BrokerClient client, Clock clock) {
    return client.logoutTokens(clock);
  }
}
