// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import nl.cims.contracts.problem.ProblemType;
import nl.cims.gateway.problem.Problem;
import nl.cims.gateway.problem.Problems;
import nl.cims.gateway.trace.RequestTrace;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds the route, or ends the request with 400, 404, 405 or 415. Comes after the token, so that
/// strangers do not learn what there is.
public final class RouteFilter extends OncePerRequestFilter {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Route> route = Route.find(request.getMethod(), request.getRequestURI());
    if (route.isPresent() && isForm(request)) {
      Problems.answer(
          request,
          response,
          new Problem(
              ProblemType.UNSUPPORTED_MEDIA_TYPE,
              "Send the message itself, as application/fhir+json, application/fhir+xml or"
                  + " application/hl7-v2, not a form."));
    } else if (route.isPresent() && isMalformed(request.getQueryString())) {
      Problems.answer(
          request,
          response,
          new Problem(
              ProblemType.MALFORMED_REQUEST,
              "The query is not well-formed; percent-encode it as RFC 3986 says."));
    } else if (route.isPresent()) {
      route.get().markOn(request);
      RequestTrace.of(request).route(route.get().title());
      chain.doFilter(request, response);
    } else {
      refuse(request, response, Route.methodsAt(request.getRequestURI()));
    }
  }

  private static boolean isMalformed(@Nullable String query) {
    return query != null && !Query.isWellFormed(query);
  }

  /// A container reads forms by itself, whole; nothing that passes here is one.
  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && (type.regionMatches(true, 0, FORM, 0, FORM.length())
            || type.regionMatches(true, 0, MULTIPART, 0, MULTIPART.length()));
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response, String allow)
      throws IOException {
    if (allow.isEmpty()) {
      Problems.answer(
          request,
          response,
          new Problem(
              ProblemType.NOT_FOUND,
              "The gateway offers nothing at this address; GET /fhir/metadata says what it offers"
                  + " to parties."));
    } else {
      Problems.answer(
          request,
          response,
          new Problem(
              ProblemType.METHOD_NOT_ALLOWED, "At this address the gateway offers: " + allow + "."),
          Map.of("Allow", allow));
    }
  }
}
