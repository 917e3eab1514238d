// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import java.time.Clock;
import java.time.Duration;
import nl.cims.pages.ContentPolicy;
import nl.cims.pages.Language;
import nl.cims.portal.PortalPage;
import nl.cims.portal.PortalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.stereotype.Component;

/// Who may see what, and the headers on every answer. What is not named here is refused.
@Configuration(proxyBeanMethods = false)
class LoginSecurity {

  private static final Duration HSTS = Duration.ofDays(730);

  @Bean
  SecurityFilterChain security(HttpSecurity http, Arrival arrival, Departure departure) {
    arriving(http, arrival);
    leaving(http, departure);
    headers(http);
    return http.build();
  }

  /// What a login needs.
  @Component
  record Arrival(LoginStart start, LevelCheck level, LoginEnd end, PortalSettings settings) {}

  /// What ends one.
  @Component
  record Departure(Logout logout, Doors doors, Clock clock) {}

  private static void arriving(HttpSecurity http, Arrival arrival) {
    http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/",
                        PortalPage.CODE,
                        BrokerNews.ADDRESS,
                        "/assets/*",
                        "/own/*",
                        "/actuator/health",
                        "/error",
                        "/robots.txt",
                        "/favicon.ico",
                        "/.well-known/security.txt")
                    .permitAll()
                    .requestMatchers(PortalPage.publicAddresses())
                    .permitAll()
                    // Of what is there for operators a citizen sees no more than anybody.
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .hasAuthority(Citizen.AUTHORITY))
        .oauth2Login(
            login ->
                login
                    .loginPage(PortalPage.LOGIN_NEEDED.address(Language.NL))
                    .authorizedClientRepository(new NoClients())
                    .authorizationEndpoint(at -> at.authorizationRequestResolver(arrival.start()))
                    .userInfoEndpoint(at -> at.oidcUserService(arrival.level()))
                    .successHandler(arrival.end())
                    .failureHandler(arrival.end())
                    .withObjectPostProcessor(converting(arrival.end())))
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .addFilterBefore(
            new CallbackLane(arrival.settings().login().answersAtOnce()),
            SecurityContextHolderFilter.class);
  }

  private static void leaving(HttpSecurity http, Departure departure) {
    http.logout(
            out ->
                out.logoutRequestMatcher(
                        request ->
                            request.getMethod().equals("POST")
                                && PortalPage.LOG_OUT.isAt(request.getRequestURI()))
                    .addLogoutHandler(departure.logout())
                    .logoutSuccessHandler(departure.logout()))
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(departure.doors())
                    .accessDeniedHandler(departure.doors()))
        .csrf(LoginSecurity::exceptWhereNobodyIsKnown)
        .addFilterBefore(new SameSiteOnly(), CsrfFilter.class)
        .addFilterAfter(new LoginLimit(departure.clock()), SecurityContextHolderFilter.class);
  }

  /// To check an overview changes nothing and looks at nobody's login, so a forged request gains
  /// nothing there; and a token would need a session, and so a cookie, for somebody who only holds
  /// a paper. A form of another site is still refused ([SameSiteOnly]). What the broker tells
  /// counts by its signature ([BrokerNews]).
  private static void exceptWhereNobodyIsKnown(CsrfConfigurer<HttpSecurity> tokens) {
    tokens.ignoringRequestMatchers(
        request ->
            PortalPage.VERIFY.isAt(request.getRequestURI())
                || BrokerNews.ADDRESS.equals(request.getRequestURI()));
  }

  private static void headers(HttpSecurity http) {
    http.headers(
        headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.with()))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .httpStrictTransportSecurity(
                    strict ->
                        strict
                            .includeSubDomains(true)
                            .maxAgeInSeconds(HSTS.toSeconds())
                            .requestMatcher(request -> true))
                .permissionsPolicyHeader(
                    permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .crossOriginOpenerPolicy(
                    opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)));
  }

  private static ObjectPostProcessor<OAuth2LoginAuthenticationFilter> converting(LoginEnd end) {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationResultConverter(end);
        return filter;
      }
    };
  }
}
