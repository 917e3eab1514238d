// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import nl.cims.broker.BrokerSettings;
import nl.cims.broker.door.Door;
import nl.cims.broker.door.Entrances;
import nl.cims.broker.staff.web.StaffRoute;
import nl.cims.pages.Assets;
import nl.cims.revocation.RevocationLists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Which address is served at which door, and with which method. Everything that the broker answers
/// to stands in these three tables; the rest is not found.
@Component
final class Doors extends OncePerRequestFilter {

  static final String AUTHORIZE = "/oauth2/authorize";
  static final String CALLBACK = "/login/oauth2/code/digid";
  static final String TOKEN = "/oauth2/token";
  static final String REVOKE = "/oauth2/revoke";
  static final String REVOKED = "/oauth2/revoked";
  static final String LOGOUT = "/logout";
  static final String LOGOUT_BACK = "/logout/digid";
  static final String LOGOUT_BY_DIGID = "/logout/digid/back-channel";
  static final String LOGOUT_IN_FRAME = "/logout/digid/front-channel";
  static final String KEYS = "/oauth2/jwks";
  static final String DISCOVERY = "/.well-known/openid-configuration";
  static final String HEALTH = "/actuator/health";
  static final String ASSETS = Assets.PATH + "**";

  static final String STAFF = StaffRoute.ALL;

  private static final Map<String, String> MACHINES =
      Map.of(TOKEN, "POST", REVOKE, "POST", REVOKED, "GET", KEYS, "GET", LOGOUT, "POST");

  /// Beside the pages that [StaffRoute] lists.
  private static final Map<String, String> STAFF_TOO = Map.of(AUTHORIZE, "GET", HEALTH, "GET");

  private static final Map<String, String> CITIZENS =
      Map.of(
          AUTHORIZE, "GET",
          CALLBACK, "GET",
          LOGOUT, "POST",
          LOGOUT_BACK, "GET",
          LOGOUT_BY_DIGID, "POST",
          LOGOUT_IN_FRAME, "GET",
          DISCOVERY, "GET",
          KEYS, "GET",
          HEALTH, "GET");

  private final Entrances entrances;
  private final RevocationLists revoked;
  private final String gateway;
  private final Refusals refusals;

  Doors(Entrances entrances, RevocationLists revoked, BrokerSettings settings, Refusals refusals) {
    this.entrances = entrances;
    this.gateway = settings.backChannel().gatewayName();
    this.revoked = revoked;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Door door = entrances.of(request);
    Set<String> methods = served(door, request.getRequestURI());
    if (methods.isEmpty()) {
      refusals.refuse(Refusal.NOT_FOUND, request, response);
    } else if (!methods.contains(request.getMethod())) {
      response.setHeader("Allow", String.join(", ", methods));
      refusals.refuse(Refusal.METHOD_NOT_ALLOWED, request, response);
    } else if (holdsNul(request)) {
      refusals.refuse(Refusal.BAD_REQUEST, request, response);
    } else if (door != Door.MACHINES) {
      chain.doFilter(request, response);
    } else {
      withCertificate(request, response, chain);
    }
  }

  private void withCertificate(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // One that holds now: a connection can outlive its certificate.
    Optional<X509Certificate> shown = certificate(request).filter(revoked::admits);
    if (shown.isEmpty()) {
      refusals.refuse(Refusal.CERTIFICATE_REQUIRED, request, response);
    } else if (REVOKED.equals(request.getRequestURI()) && !isGateway(shown.get())) {
      refusals.refuse(Refusal.FORBIDDEN, request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /// PostgreSQL's text cannot hold it, so that a look-up would fail instead of finding nothing.
  private static boolean holdsNul(HttpServletRequest request) {
    return request.getParameterMap().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(value -> value.indexOf('\0') >= 0);
  }

  private static Set<String> served(Door door, String path) {
    return switch (door) {
      case MACHINES -> methods(MACHINES.get(path));
      case STAFF -> path.startsWith(STAFF) ? StaffRoute.methods(path) : toBrowsers(STAFF_TOO, path);
      case CITIZENS -> toBrowsers(CITIZENS, path);
    };
  }

  private static Set<String> toBrowsers(Map<String, String> table, String path) {
    return methods(path.startsWith(Assets.PATH) ? "GET" : table.get(path));
  }

  private static Set<String> methods(@Nullable String served) {
    if (served == null) {
      return Set.of();
    }
    return new TreeSet<>(served.equals("GET") ? Set.of("GET", "HEAD") : Set.of(served));
  }

  private static Optional<X509Certificate> certificate(HttpServletRequest request) {
    return request.getAttribute("jakarta.servlet.request.X509Certificate")
                instanceof X509Certificate[] chain
            && chain.length > 0
        ? Optional.of(chain[0])
        : Optional.empty();
  }

  /// By the name in its certificate.
  private boolean isGateway(X509Certificate shown) {
    try {
      return new LdapName(shown.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(part -> part.getType().equalsIgnoreCase("CN"))
              .findFirst()
              .filter(part -> part.getValue().equals(gateway))
              .isPresent();
    } catch (InvalidNameException noName) {
      return false;
    }
  }
}
