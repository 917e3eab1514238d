// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.broker.clients.Client;
import nl.cims.broker.clients.Clients;
import nl.cims.broker.staff.Sessions;
import nl.cims.broker.staff.web.Access.Hindrance;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.stereotype.Component;

/// Who comes in at the staff pages: what [StaffRoute] says, for every request anew.
@Component
public final class StaffDoor {

  private final Sessions sessions;
  private final Clients clients;
  private final Clock clock;

  StaffDoor(Sessions sessions, Clients clients, Clock clock) {
    this.sessions = sessions;
    this.clients = clients;
    this.clock = clock;
  }

  /// Closes the chain but for what [StaffRoute] opens.
  public void configure(HttpSecurity http) {
    http.securityContext(
        context -> context.securityContextRepository(new NullSecurityContextRepository()));
    http.requestCache(cache -> cache.requestCache(new NullRequestCache()));
    http.logout(logout -> logout.disable());
    http.addFilterBefore(new Visits(sessions), CsrfFilter.class);
    http.csrf(csrf -> csrf.csrfTokenRepository(new FormTokens()));
    http.authorizeHttpRequests(
        allowed ->
            allowed
                .anyRequest()
                .access(
                    (who, where) ->
                        new AuthorizationDecision(
                            route(where.getRequest()).isPresent()
                                && hindrance(where.getRequest()).isEmpty())));
    http.exceptionHandling(
        refused ->
            refused
                .authenticationEntryPoint((request, response, why) -> turnAway(request, response))
                .accessDeniedHandler((request, response, why) -> turnAway(request, response)));
  }

  /// The origins to which a login or logout leads in the end.
  public String[] consoles() {
    return clients.consoles().stream()
        .flatMap(StaffDoor::addresses)
        .map(URI::create)
        .map(address -> address.getScheme() + "://" + address.getAuthority())
        .distinct()
        .toArray(String[]::new);
  }

  private static Stream<String> addresses(Client console) {
    return Stream.concat(
        console.redirectUris().stream(), console.postLogoutRedirectUris().stream());
  }

  private Optional<Hindrance> hindrance(HttpServletRequest request) {
    return route(request)
        .flatMap(
            route ->
                route
                    .access()
                    .hindrance(StaffVisit.of(request).session(), route.fresh(), clock.instant()));
  }

  /// What was sent is not kept: whoever has to log in first sends it again.
  private void turnAway(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Hindrance> hindrance = hindrance(request);
    if (hindrance.isEmpty() || hindrance.get() == Hindrance.ROLE) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    StaffRoute to = hindrance.get() == Hindrance.ENROLMENT ? StaffRoute.PASSKEYS : StaffRoute.LOGIN;
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", to.path());
  }

  private static Optional<StaffRoute> route(HttpServletRequest request) {
    return StaffRoute.of(request.getMethod(), request.getRequestURI());
  }
}
