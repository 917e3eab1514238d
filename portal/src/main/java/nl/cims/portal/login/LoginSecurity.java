// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import java.time.Clock;
import nl.cims.login.SafeLogin;
import nl.cims.pages.ContentPolicy;
import nl.cims.pages.Language;
import nl.cims.portal.PortalPage;
import nl.cims.portal.PortalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.stereotype.Component;

/// Who may see what, and the headers on every answer. What is not named here is refused.
@Configuration(proxyBeanMethods = false)
class LoginSecurity {

  @Bean
  SecurityFilterChain security(HttpSecurity http, Arrival arrival, Departure departure) {
    arriving(http, arrival);
    leaving(http, departure);
    SafeLogin.answers(http, ContentPolicy.with());
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
        .addFilterBefore(
            new CallbackLane(arrival.settings().login().answersAtOnce()),
            SecurityContextHolderFilter.class);
    SafeLogin.login(
        http,
        new SafeLogin.Steps(
            PortalPage.LOGIN_NEEDED.address(Language.NL),
            arrival.start(),
            arrival.level(),
            arrival.end()));
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
        .addFilterAfter(new LoginLimit(departure.clock()), SecurityContextHolderFilter.class);
  }

  /// To check an overview changes nothing and looks at nobody's login, so a forged request gains
  /// nothing there; and a token would need a session, and so a cookie, for somebody who only holds
  /// a paper. A form of another site is still refused. What the broker tells counts by its
  /// signature ([BrokerNews]).
  private static void exceptWhereNobodyIsKnown(CsrfConfigurer<HttpSecurity> tokens) {
    tokens.ignoringRequestMatchers(
        request ->
            PortalPage.VERIFY.isAt(request.getRequestURI())
                || BrokerNews.ADDRESS.equals(request.getRequestURI()));
  }
}
