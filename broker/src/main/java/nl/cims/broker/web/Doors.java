// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.cims.broker.staff.web.StaffRoute;
import nl.cims.pages.Assets;
import nl.cims.revocation.RevocationLists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Which address is served at which door, and with which method. Everything that the broker answers
/// to stands in these two tables; the rest is not found.
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

  private static final Map<String, String> BROWSERS =
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

  private final BackChannel backChannel;
  private final RevocationLists revoked;
  private final Refusals refusals;

  Doors(BackChannel backChannel, RevocationLists revoked, Refusals refusals) {
    this.backChannel = backChannel;
    this.revoked = revoked;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean machine = backChannel.carries(request);
    Set<String> methods = served(machine, request.getRequestURI());
    if (methods.isEmpty()) {
      refusals.refuse(Refusal.NOT_FOUND, request, response);
    } else if (!methods.contains(request.getMethod())) {
      response.setHeader("Allow", String.join(", ", methods));
      refusals.refuse(Refusal.METHOD_NOT_ALLOWED, request, response);
    } else if (machine && !hasCertificate(request)) {
      refusals.refuse(Refusal.CERTIFICATE_REQUIRED, request, response);
    } else if (machine
        && REVOKED.equals(request.getRequestURI())
        && !backChannel.isGateway(request)) {
      refusals.refuse(Refusal.FORBIDDEN, request, response);
    } else if (holdsNul(request)) {
      refusals.refuse(Refusal.BAD_REQUEST, request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /// PostgreSQL's text cannot hold it, so that a look-up would fail instead of finding nothing.
  private static boolean holdsNul(HttpServletRequest request) {
    String query = request.getQueryString();
    return query != null && query.contains("%00");
  }

  private static Set<String> served(boolean machine, String path) {
    if (machine) {
      return methods(MACHINES.get(path));
    }
    if (path.startsWith(STAFF)) {
      return StaffRoute.methods(path);
    }
    return methods(path.startsWith(Assets.PATH) ? "GET" : BROWSERS.get(path));
  }

  private static Set<String> methods(@Nullable String served) {
    if (served == null) {
      return Set.of();
    }
    return new TreeSet<>(served.equals("GET") ? Set.of("GET", "HEAD") : Set.of(served));
  }

  /// One that holds now: a connection can outlive its certificate.
  private boolean hasCertificate(HttpServletRequest request) {
    return request.getAttribute("jakarta.servlet.request.X509Certificate")
            instanceof X509Certificate[] chain
        && chain.length > 0
        && revoked.admits(chain[0]);
  }
}
