// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console.web.login;

import jakarta.servlet.DispatcherType;
import java.util.Arrays;
import nl.cims.login.SafeLogin;
import nl.cims.pages.Assets;
import nl.cims.pages.Language;
import nl.cims.registry.access.Permission;
import nl.cims.registry.console.ConsolePage;
import nl.cims.registry.console.ConsoleSettings;
import nl.cims.registry.console.WithConsole;
import nl.cims.registry.console.web.ConsoleDoor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.stereotype.Component;

/// Who may do what at the console's door, as [ConsolePage] and [Permission] say, and the headers on
/// every answer there. What is not named is refused.
@Configuration(proxyBeanMethods = false)
@WithConsole
class ConsoleSecurity {

  /// What a login needs.
  @Component
  @WithConsole
  record Arrival(StaffLoginStart start, LevelOfStaff level, StaffLoginEnd end) {}

  /// What ends one.
  @Component
  @WithConsole
  record Departure(StaffLogout logout, Bouncer bouncer, EndedLogins ended) {}

  /// Goes before the gateway's, which takes every request that is left.
  @Bean
  @Order(1)
  SecurityFilterChain console(
      HttpSecurity http,
      ConsoleDoor door,
      ConsoleSettings settings,
      Arrival arrival,
      Departure departure) {
    http.securityMatcher(door::carries).authorizeHttpRequests(ConsoleSecurity::permit);
    arriving(http, arrival);
    leaving(http, departure);
    SafeLogin.answers(http, settings.contentPolicy());
    return http.build();
  }

  private static void permit(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
    requests.requestMatchers(HttpMethod.GET, "/", Assets.PATH + "*").permitAll();
    requests.requestMatchers(HttpMethod.POST, BackChannelLogout.PATH).permitAll();
    for (ConsolePage page : ConsolePage.values()) {
      String[] addresses =
          Arrays.stream(Language.values()).map(page::address).toArray(String[]::new);
      for (String method : page.methods()) {
        var matched = requests.requestMatchers(HttpMethod.valueOf(method), addresses);
        if (page.isOpen()) {
          matched.permitAll();
        } else {
          matched.hasAuthority(
              page.permission().map(Permission::name).orElse(StaffLogin.AUTHORITY));
        }
      }
    }
    requests.anyRequest().denyAll();
  }

  private static void arriving(HttpSecurity http, Arrival arrival) {
    // Without this, who is refused here is tried once more by those who check the gateway's tokens.
    http.getSharedObject(AuthenticationManagerBuilder.class)
        .parentAuthenticationManager(
            nobodyElse -> {
              throw new ProviderNotFoundException("only the broker logs staff in");
            });
    SafeLogin.login(
        http,
        new SafeLogin.Steps(
            ConsolePage.START.address(Language.NL),
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
                                && ConsolePage.LOG_OUT.isAt(request.getRequestURI()))
                    .addLogoutHandler(departure.logout())
                    .logoutSuccessHandler(departure.logout()))
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(departure.bouncer())
                    .accessDeniedHandler(departure.bouncer()))
        // The broker is no browser: it has no cookie, and what it sends is signed.
        .csrf(tokens -> tokens.ignoringRequestMatchers(BackChannelLogout.PATH))
        .addFilterAfter(new SessionLimits(departure.ended()), SecurityContextHolderFilter.class);
  }
}
