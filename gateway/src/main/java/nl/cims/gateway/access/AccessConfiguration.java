// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.gateway.GatewayProperties;
import nl.cims.gateway.OwnTls;
import nl.cims.gateway.limit.RateLimits;
import nl.cims.gateway.problem.Problem;
import nl.cims.gateway.problem.Problems;
import nl.cims.gateway.route.Route;
import nl.cims.gateway.route.RouteFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/// In this order: certificate, token and rate, route, scope. Two things need no token. What is not
/// allowed by name is denied.
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  /// Health, for whoever has a certificate of ours: it says up or down and nothing else.
  @Bean
  @Order(1)
  SecurityFilterChain health(HttpSecurity http, Certificates certificates) {
    return bare(http)
        // To the letter, like every route.
        .securityMatcher(request -> request.getRequestURI().equals("/actuator/health"))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .addFilterBefore(new CertificateFilter(certificates), AuthorizationFilter.class)
        .build();
  }

  /// What is public, for whoever has a certificate of ours: who checks a seal on the portal has not
  /// logged in, so that the portal has no token for him.
  @Bean
  @Order(2)
  SecurityFilterChain publicKeys(HttpSecurity http, Certificates certificates, RateLimits limits) {
    return bare(http)
        .securityMatcher(Route::needsNoToken)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .addFilterBefore(new CertificateFilter(certificates), AuthorizationFilter.class)
        .addFilterBefore(new CertificateRateFilter(limits), AuthorizationFilter.class)
        .addFilterBefore(new RouteFilter(), AuthorizationFilter.class)
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain everythingElse(
      HttpSecurity http, Certificates certificates, AccessTokens tokens, RateLimits limits) {
    return bare(http)
        .authorizeHttpRequests(
            requests ->
                requests
                    .anyRequest()
                    .access(
                        (caller, context) ->
                            new AuthorizationDecision(
                                caller.get() instanceof Caller known
                                    && mayUse(known, context.getRequest()))))
        .exceptionHandling(
            refusals ->
                refusals
                    .accessDeniedHandler((request, response, denied) -> refuse(request, response))
                    .authenticationEntryPoint(
                        (request, response, denied) -> refuse(request, response)))
        .addFilterBefore(new CertificateFilter(certificates), AuthorizationFilter.class)
        .addFilterBefore(new TokenFilter(tokens, limits), AuthorizationFilter.class)
        .addFilterBefore(new RouteFilter(), AuthorizationFilter.class)
        .build();
  }

  @Bean
  AccessTokens accessTokens(
      Clock clock, GatewayProperties properties, OwnTls tls, RevokedTokens revoked) {
    return new AccessTokens(
        clock, SigningKeys.at(properties.jwksUri(), tls), properties.issuer(), revoked);
  }

  private static boolean mayUse(Caller caller, HttpServletRequest request) {
    return Route.of(request)
        .filter(route -> route.scope().stream().allMatch(caller::has))
        .isPresent();
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> scope = Route.of(request).flatMap(Route::scope);
    if (scope.isPresent()) {
      Problems.answer(
          request,
          response,
          new Problem(
              ProblemType.SCOPE_MISSING,
              "This needs the scope " + scope.get() + "; ask the broker for a token with it."),
          Map.of("WWW-Authenticate", Challenges.scopeMissing(scope.get())));
    } else {
      Problems.answer(
          request,
          response,
          new Problem(ProblemType.FORBIDDEN, "The gateway does not allow this request."));
    }
  }

  /// Spring Security without what serves browsers: no session, form, cookie or anonymous user. The
  /// headers are set further out, on errors of the container too.
  private static HttpSecurity bare(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()));
  }
}
