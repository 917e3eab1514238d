// SPDX-License-Identifier: EUPL-1.2
package nl.cims.login;

import java.time.Duration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/// How a website that logs in at the broker is set up, whoever its visitors are: what a login goes
/// through, that forms come from its own pages, and the headers on every answer.
public final class SafeLogin {

  private static final Duration HSTS = Duration.ofDays(730);

  private SafeLogin() {}

  /// What is a website's own in a login.
  ///
  /// @param page where somebody is sent who has to log in
  /// @param start what is asked of the broker
  /// @param level whether the login is strong enough
  /// @param outcome what becomes of it
  public record Steps(
      String page,
      OAuth2AuthorizationRequestResolver start,
      OAuth2UserService<OidcUserRequest, OidcUser> level,
      LoginOutcome outcome) {}

  /// Logs in at the broker, and keeps nothing of it but what the outcome does.
  public static void login(HttpSecurity http, Steps steps) {
    http.oauth2Login(
            login ->
                login
                    .loginPage(steps.page())
                    .authorizedClientRepository(new NoClients())
                    .authorizationEndpoint(at -> at.authorizationRequestResolver(steps.start()))
                    .userInfoEndpoint(at -> at.oidcUserService(steps.level()))
                    .successHandler(steps.outcome())
                    .failureHandler(steps.outcome())
                    .withObjectPostProcessor(converting(steps.outcome())))
        .requestCache(cache -> cache.requestCache(new NullRequestCache()));
  }

  /// Refuses forms of other sites, and writes the headers.
  ///
  /// @param content the policy on content (CSP)
  public static void answers(HttpSecurity http, String content) {
    http.addFilterBefore(new SameOriginForms(), CsrfFilter.class)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(content))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                    // Also where somebody in front has taken the TLS off.
                    .httpStrictTransportSecurity(
                        strict ->
                            strict
                                .includeSubDomains(true)
                                .maxAgeInSeconds(HSTS.toSeconds())
                                .requestMatcher(request -> true))
                    .permissionsPolicyHeader(
                        permissions ->
                            permissions.policy(
                                "camera=(), microphone=(), geolocation=(), payment=()"))
                    .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)));
  }

  private static ObjectPostProcessor<OAuth2LoginAuthenticationFilter> converting(
      LoginOutcome outcome) {
    return new ObjectPostProcessor<>() {
      @Override
      public <O extends OAuth2LoginAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationResultConverter(outcome);
        return filter;
      }
    };
  }
}
