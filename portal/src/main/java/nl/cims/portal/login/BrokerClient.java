// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import nl.cims.portal.PortalSettings;
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
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/// The portal as a client of the broker. Every address is a setting, none is discovered, so that
/// the portal starts and serves its public pages while the broker is down.
@Configuration(proxyBeanMethods = false)
class BrokerClient {

  static final String REGISTRATION = "broker";

  @Bean
  ClientRegistration broker(PortalSettings settings, BackChannel back) {
    String issuer = settings.broker().issuer().toString();
    return ClientRegistration.withRegistrationId(REGISTRATION)
        .clientId(settings.clientId())
        .clientAuthenticationMethod(ClientAuthenticationMethod.TLS_CLIENT_AUTH)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(settings.publicAddress().resolve("/login/oauth2/code/broker").toString())
        .scope(BackChannel.scopes())
        .issuerUri(issuer)
        .authorizationUri(issuer + "/oauth2/authorize")
        .tokenUri(back.token().toString())
        .jwkSetUri(back.keys().toString())
        .userNameAttributeName("sub")
        .build();
  }

  @Bean
  ClientRegistrationRepository registrations(ClientRegistration broker) {
    return new InMemoryClientRegistrationRepository(broker);
  }

  @Bean
  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(
      BackChannel back) {
    var exchange = new RestClientAuthorizationCodeTokenResponseClient();
    // The certificate of the connection is the authentication (RFC 8705): no header takes its
    // place.
    exchange.setHeadersConverter(request -> new HttpHeaders());
    exchange.setRestClient(
        RestClient.builder()
            .requestFactory(back.connections())
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
  JwtDecoderFactory<ClientRegistration> idTokens(ClientRegistration broker, BackChannel back) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(back.keys().toString())
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .restOperations(new RestTemplate(back.connections()))
            .build();
    decoder.setJwtValidator(new OidcIdTokenValidator(broker));
    return registration -> decoder;
  }
}
