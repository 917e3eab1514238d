// SPDX-License-Identifier: EUPL-1.2
package nl.cims.login;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/// What Spring Security takes of a [BrokerClient]; a website imports it beside its own.
@Configuration(proxyBeanMethods = false)
public class LoginBeans {

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
