// SPDX-License-Identifier: EUPL-1.2
package nl.cims.login;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestFactory;
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

/// A website as a client of the broker. Every address is a setting, none is discovered, so that it
/// starts, and shows what needs no login, while the broker is down.
public final class BrokerClient {

  /// The broker's name among the registrations.
  public static final String REGISTRATION = "broker";

  /// Where the broker sends a browser back to, below the website's address.
  public static final String CALLBACK = "/login/oauth2/code/" + REGISTRATION;

  private final Website website;
  private final Broker broker;
  private final ClientRegistration registration;
  private final ClientHttpRequestFactory connections;

  /// @param website who asks for logins
  /// @param broker whom it asks
  /// @param connections to the broker's back channel, with the website's certificate
  public BrokerClient(Website website, Broker broker, ClientHttpRequestFactory connections) {
    this.website = website;
    this.broker = broker;
    this.connections = connections;
    this.registration =
        ClientRegistration.withRegistrationId(REGISTRATION)
            .clientId(website.clientId())
            .clientAuthenticationMethod(ClientAuthenticationMethod.TLS_CLIENT_AUTH)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(website.publicAddress().resolve(CALLBACK).toString())
            .scope(website.scopes())
            .issuerUri(broker.issuer().toString())
            .authorizationUri(broker.authorization().toString())
            .tokenUri(broker.token())
            .jwkSetUri(broker.keys())
            .userNameAttributeName("sub")
            .build();
  }

  /// Who asks for logins.
  ///
  /// @param clientId its name at the broker
  /// @param publicAddress where browsers find it
  /// @param scopes that it asks for
  public record Website(String clientId, URI publicAddress, List<String> scopes) {

    public Website {
      scopes = List.copyOf(scopes);
    }
  }

  /// The broker.
  ///
  /// @param issuer its name in tokens
  /// @param authorization where browsers begin to log in
  /// @param backChannel where machines find it
  public record Broker(URI issuer, URI authorization, URI backChannel) {

    private String token() {
      return backChannel.resolve("/oauth2/token").toString();
    }

    private String keys() {
      return backChannel.resolve("/oauth2/jwks").toString();
    }
  }

  /// The registrations of the website: this one.
  ClientRegistrationRepository registrations() {
    return new InMemoryClientRegistrationRepository(registration);
  }

  /// How a code becomes tokens. The certificate of the connection is the authentication (RFC 8705):
  /// no header takes its place.
  OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange() {
    var exchange = new RestClientAuthorizationCodeTokenResponseClient();
    exchange.setHeadersConverter(request -> new HttpHeaders());
    exchange.setRestClient(
        RestClient.builder()
            .requestFactory(connections)
            .configureMessageConverters(
                converters ->
                    converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return exchange;
  }

  /// How ID tokens are read.
  JwtDecoderFactory<ClientRegistration> idTokens() {
    NimbusJwtDecoder decoder = decoder(new OidcIdTokenValidator(registration));
    return _ -> decoder;
  }

  /// What the broker says of logins that have ended.
  LogoutTokens logoutTokens(Clock clock) {
    return new LogoutTokens(this, clock);
  }

  String issuer() {
    return broker.issuer().toString();
  }

  String clientId() {
    return website.clientId();
  }

  /// Reads what the broker signed, as far as this validator believes it.
  NimbusJwtDecoder decoder(OAuth2TokenValidator<Jwt> validator) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSetUri(broker.keys())
            .jwsAlgorithm(SignatureAlgorithm.ES256)
            .validateType(false)
            .restOperations(new RestTemplate(connections))
            .build();
    decoder.setJwtValidator(validator);
    return decoder;
  }
}
