// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import java.util.List;
import nl.cims.registry.console.ConsoleSettings;
import nl.cims.registry.console.WithConsole;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/// The console as a client of the broker. Every address is a setting, none is discovered, so that
/// the register starts while the broker is down.
@Configuration(proxyBeanMethods = false)
@WithConsole
class ConsoleClient {

  static final String REGISTRATION = "broker";

  @Bean
  ClientRegistration consoleAtBroker(ConsoleSettings settings, BrokerChannel channel) {
    ConsoleSettings.Broker broker = settings.broker();
    return ClientRegistration.withRegistrationId(REGISTRATION)
        .clientId(settings.clientId())
        .clientAuthenticationMethod(ClientAuthenticationMethod.TLS_CLIENT_AUTH)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(settings.publicAddress().resolve("/login/oauth2/code/broker").toString())
        .scope(List.of("openid", "staff"))
        .issuerUri(broker.issuer().toString())
        .authorizationUri(broker.authorization().toString())
        .tokenUri(channel.token().toString())
        .jwkSetUri(channel.keys().toString())
        .userNameAttributeName("sub")
        .build();
  }

  @Bean
  ClientRegistrationRepository consoleRegistrations(ClientRegistration consoleAtBroker) {
    return new InMemoryClientRegistrationRepository(consoleAtBroker);
  }

  @Bean
  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> consoleCodeExchange(
      BrokerChannel channel) {
    var exchange = new RestClientAuthorizationCodeTokenResponseClient();
    // The certificate of the connection is the authentication (RFC 8705): no header takes its
    // place.
    exchange.setHeadersConverter(request -> new HttpHeaders());
    exchange.setRestClient(
        RestClient.builder()
            .requestFactory(channel.connections())
            .configureMessageConverters(
                converters ->
                    converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return exchange;
  }

  @Bean
  JwtDecoderFactory<ClientRegistration> staffIdTokens(
      ClientRegistration consoleAtBroker, BrokerChannel channel) {
    NimbusJwtDecoder decoder = decoder(channel, new OidcIdTokenValidator(consoleAtBroker));
    return registration -> decoder;
  }

  /// Reads what the broker signed, as far as this validator believes it.
  static NimbusJwtDecoder decoder(BrokerChannel channel, OAuth2TokenValidator<Jwt> validator) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(channel.keys().toString())
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .validateType(false)
            .restOperations(new RestTemplate(channel.connections()))
            .build();
    decoder.setJwtValidator(validator);
    return decoder;
  }
}
