// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.access.web;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Objects;
import nl.cims.contracts.citizen.AccessLogProof;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.contracts.citizen.Seal;
import nl.cims.contracts.citizen.SourcesView;
import nl.cims.registry.access.AccessSettings;
import nl.cims.registry.access.Citizen;
import nl.cims.registry.access.FreshLogin;
import nl.cims.revocation.RevocationLists;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/// Who may do what at the address that the gateway calls. What is not listed is denied.
@Configuration(proxyBeanMethods = false)
class EdgeSecurity {

  @Bean
  RevocationLists revocationLists(AccessSettings settings, SslBundles bundles, Clock clock) {
    return RevocationLists.of(
        settings.revocation(),
        Objects.requireNonNull(
            bundles.getBundle("registry").getStores().getTrustStore(),
            "the SSL bundle registry trusts nobody"),
        clock);
  }

  @Bean
  GatewayOnly gatewayOnly(AccessSettings settings, RevocationLists revoked, Refusals refusals) {
    return new GatewayOnly(settings.gatewayName(), revoked, refusals);
  }

  /// It stands in the chain, so the container must not call it a second time.
  @Bean
  FilterRegistrationBean<GatewayOnly> gatewayOnlyInTheChain(GatewayOnly filter) {
    FilterRegistrationBean<GatewayOnly> registration = new FilterRegistrationBean<>(filter);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  SecurityFilterChain edge(
      HttpSecurity http,
      VerifiedCallers callers,
      GatewayOnly gatewayOnly,
      FreshLogin fresh,
      Refusals refusals) {
    return http.authorizeHttpRequests(
            rule ->
                rule.dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/actuator/health")
                    .permitAll()
                    // Who checks a seal has not logged in; the gateway saw a certificate of ours.
                    .requestMatchers(HttpMethod.GET, Seal.KEYS_PATH)
                    .permitAll()
                    .requestMatchers(
                        DossierView.PATH, ExportView.PATH, PlanningView.PATH, SourcesView.PATH)
                    .hasAuthority(Scope.DOSSIER_READ)
                    .requestMatchers(AccessLogView.PATH, AccessLogProof.PATH)
                    .hasAuthority(Scope.ACCESS_LOG_READ)
                    .requestMatchers(FreshLogin.PATHS)
                    .access((caller, context) -> fresh(caller.get(), fresh))
                    .requestMatchers("/intake/v1/receipts/*")
                    .hasAuthority(Scope.VACCINATION_REPORT)
                    .requestMatchers(
                        "/intake/v1/balances", "/intake/v1/waiting", "/intake/v1/waiting/*/redrive")
                    .hasAuthority(Scope.INTAKE_WATCH)
                    .requestMatchers("/fhir/metadata", "/intake/v1/receipt-keys")
                    .authenticated()
                    .requestMatchers("/fhir", "/fhir/**", "/csv/v1/**")
                    .hasAuthority(Scope.VACCINATION_REPORT)
                    .requestMatchers("/hl7v2")
                    .hasAuthority(Scope.VACCINATION_REPORT)
                    // Over MLLP there is no token; the gateway says whose certificate it saw.
                    .requestMatchers(HttpMethod.POST, "/hl7v2/mllp")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationManagerResolver(request -> callers)
                    .authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals))
        .exceptionHandling(
            on -> on.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .addFilterBefore(gatewayOnly, SecurityContextHolderFilter.class)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .build();
  }

  private static AuthorizationDecision fresh(Authentication caller, FreshLogin fresh) {
    if (!(caller.getPrincipal() instanceof Citizen citizen)) {
      return new AuthorizationDecision(false);
    }
    boolean granted = fresh.isOf(citizen);
    return granted ? new AuthorizationDecision(true) : new LoginTooOld();
  }

  /// A refusal that a new login lifts.
  static final class LoginTooOld extends AuthorizationDecision {

    private static final long serialVersionUID = 1L;

    LoginTooOld() {
      super(false);
    }
  }
}
