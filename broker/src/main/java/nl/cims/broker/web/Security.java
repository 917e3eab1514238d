// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import nl.cims.broker.BrokerSettings;
import nl.cims.broker.citizen.Citizens;
import nl.cims.broker.citizen.DigidRequests;
import nl.cims.broker.citizen.DigidUsers;
import nl.cims.broker.clients.ClientProof;
import nl.cims.broker.staff.web.ConsoleRequests;
import nl.cims.broker.staff.web.StaffDoor;
import nl.cims.pages.ContentPolicy;
import nl.cims.revocation.RevocationLists;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.authentication.X509ClientCertificateAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.stereotype.Component;

/// One filter chain for all doors, closed unless opened: first [Doors], then the protocol, and
/// whatever is left over is refused. The pages of staff have a chain of their own.
@Configuration(proxyBeanMethods = false)
class Security {

  private static final long TWO_YEARS = 63_072_000;

  @Bean
  AuthorizationServerSettings addresses(BrokerSettings settings) {
    return AuthorizationServerSettings.builder()
        .issuer(settings.issuer().toString())
        .authorizationEndpoint(Doors.AUTHORIZE)
        .tokenEndpoint(Doors.TOKEN)
        .tokenRevocationEndpoint(Doors.REVOKE)
        .jwkSetEndpoint(Doors.KEYS)
        .build();
  }

  @Bean
  @Order(1)
  SecurityFilterChain staff(HttpSecurity http, Doors doors, StaffDoor staff) {
    http.securityMatcher(Doors.STAFF + "**");
    http.headers(headers -> headers(headers, staff.consoles()));
    http.addFilterAfter(doors, HeaderWriterFilter.class);
    staff.configure(http);
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain chain(
      HttpSecurity http,
      Doors doors,
      ConsoleRequests consoles,
      ProviderParts provider,
      LoginParts login) {
    http.headers(Security::headers);
    http.addFilterAfter(doors, HeaderWriterFilter.class);
    http.addFilterAfter(login.lanes, Doors.class);
    http.addFilterAfter(consoles, LoginLanes.class); // It asks the database.
    // What ends a login is the ID token or DigiD's signature that is shown, not who shows it.
    http.csrf(csrf -> csrf.ignoringRequestMatchers(Doors.LOGOUT, Doors.LOGOUT_BY_DIGID));
    http.requestCache(cache -> cache.requestCache(new NullRequestCache()));
    http.logout(logout -> logout.disable());
    http.oauth2AuthorizationServer(provider::configure);
    http.oauth2Login(digid -> login.configure(digid));
    http.authorizeHttpRequests(
        allowed ->
            allowed
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(Doors.HEALTH, Doors.ASSETS)
                .permitAll()
                // Each by what it shows: the gateway's certificate, our ID token, DigiD's
                // signature.
                .requestMatchers(
                    Doors.REVOKED,
                    Doors.LOGOUT,
                    Doors.LOGOUT_BACK,
                    Doors.LOGOUT_BY_DIGID,
                    Doors.LOGOUT_IN_FRAME)
                .permitAll()
                .requestMatchers(Doors.TOKEN, Doors.REVOKE)
                .authenticated()
                .requestMatchers(Doors.AUTHORIZE)
                .access(
                    (who, where) ->
                        new AuthorizationDecision(LoginStart.isFor(who.get(), where.getRequest())))
                .anyRequest()
                .denyAll());
    http.exceptionHandling(
        refused ->
            refused
                .authenticationEntryPoint(
                    (request, response, why) -> login.needed(request, response))
                .accessDeniedHandler((request, response, why) -> login.needed(request, response)));
    return http.build();
  }

  @Bean
  RevocationLists revocationLists(BrokerSettings settings, SslBundles bundles, Clock clock) {
    return RevocationLists.of(
        settings.revocation(),
        Objects.requireNonNull(
            bundles.getBundle("broker").getStores().getTrustStore(),
            "the SSL bundle broker trusts nobody"),
        clock);
  }

  /// [Doors] stands inside the chain, so the container must not call it a second time.
  @Bean
  FilterRegistrationBean<Doors> doorsOnlyInTheChain(Doors doors) {
    FilterRegistrationBean<Doors> registration = new FilterRegistrationBean<>(doors);
    registration.setEnabled(false);
    return registration;
  }

  /// The same holds for consoles' requests.
  @Bean
  FilterRegistrationBean<ConsoleRequests> consolesOnlyInTheChain(ConsoleRequests consoles) {
    FilterRegistrationBean<ConsoleRequests> registration = new FilterRegistrationBean<>(consoles);
    registration.setEnabled(false);
    return registration;
  }

  /// The same for [LoginLanes].
  @Bean
  FilterRegistrationBean<LoginLanes> lanesOnlyInTheChain(LoginLanes lanes) {
    FilterRegistrationBean<LoginLanes> registration = new FilterRegistrationBean<>(lanes);
    registration.setEnabled(false);
    return registration;
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers, String... formTargets) {
    headers.contentSecurityPolicy(
        policy -> policy.policyDirectives(ContentPolicy.with(formTargets)));
    // On every answer: behind a proxy the request itself is no TLS.
    headers.httpStrictTransportSecurity(
        strict ->
            strict
                .includeSubDomains(true)
                .maxAgeInSeconds(TWO_YEARS)
                .requestMatcher(AnyRequestMatcher.INSTANCE));
    headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    headers.crossOriginResourcePolicy(
        policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
  }

  /// What is asked of clients, and what they are told.
  @Component
  record ProviderParts(Discovery discovery, ClientProof proof, PortalAnswers answers) {

    void configure(OAuth2AuthorizationServerConfigurer server) {
      server.oidc(
          oidc ->
              oidc.providerConfigurationEndpoint(
                  endpoint -> endpoint.providerConfigurationCustomizer(discovery)));
      server.clientAuthentication(
          client ->
              client
                  .authenticationConverters(
                      ways -> {
                        ways.clear();
                        ways.add(new ClientCertificates());
                      })
                  .authenticationProviders(this::onlyOurs));
      server.authorizationEndpoint(
          endpoint ->
              endpoint
                  .authorizationResponseHandler(answers::code)
                  .errorResponseHandler(answers::wrongRequest));
    }

    private void onlyOurs(List<AuthenticationProvider> providers) {
      providers.removeIf(
          provider -> !(provider instanceof X509ClientCertificateAuthenticationProvider));
      providers.forEach(
          provider ->
              ((X509ClientCertificateAuthenticationProvider) provider)
                  .setCertificateVerifier(proof));
    }
  }

  /// What we make of DigiD's answer, step by step.
  @Component
  record Digid(
      RestClientAuthorizationCodeTokenResponseClient tokens, DigidUsers users, Citizens citizens) {}

  /// The citizen's leg: to DigiD and back.
  @Component
  static final class LoginParts {

    private final LoginLanes lanes;
    private final DigidRequests requests;
    private final Digid digid;
    private final LoginStart start;
    private final LoginEnd end;

    LoginParts(
        LoginLanes lanes, DigidRequests requests, Digid digid, LoginStart start, LoginEnd end) {
      this.lanes = lanes;
      this.requests = requests;
      this.digid = digid;
      this.start = start;
      this.end = end;
    }

    void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
      login
          .loginPage(Doors.AUTHORIZE)
          .authorizationEndpoint(leg -> leg.authorizationRequestRepository(requests))
          .tokenEndpoint(leg -> leg.accessTokenResponseClient(digid.tokens()))
          .userInfoEndpoint(leg -> leg.oidcUserService(digid.users()))
          .authorizedClientRepository(new NothingKept())
          .successHandler(end::succeeded)
          .failureHandler(end::failed)
          .withObjectPostProcessor(
              new ObjectPostProcessor<OAuth2LoginAuthenticationFilter>() {
                @Override
                public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
                  filter.setAuthenticationResultConverter(digid.citizens());
                  return filter;
                }
              });
    }

    void needed(HttpServletRequest request, HttpServletResponse response) throws IOException {
      start.begin(request, response);
    }
  }

  /// We ask DigiD who it is and nothing more, so its tokens are not kept.
  private static final class NothingKept implements OAuth2AuthorizedClientRepository {

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the interface's own signature
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String id, Authentication principal, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {
      // Nothing is kept.
    }

    @Override
    public void removeAuthorizedClient(
        String id,
        Authentication principal,
        HttpServletRequest request,
        HttpServletResponse response) {
      // Nothing was kept.
    }
  }
}
