// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.DossierView;

/// Everything the gateway passes on, each with the scope it asks. A path is compared as it was
/// sent, to the letter, so that no spelling of it can mean something else further on.
public enum Route {
  REPORT_VACCINATION("POST", Paths.IMMUNIZATION, Scopes.REPORT),
  CORRECT_VACCINATION("PUT", Paths.IMMUNIZATION, Scopes.REPORT),
  REPORT_BUNDLE("POST", Paths.FHIR, Scopes.REPORT),
  REPORT_HL7V2("POST", "/hl7v2", Scopes.REPORT),
  CAPABILITIES("GET", Paths.FHIR + "/metadata", Scopes.NONE),
  OPEN_DOSSIER("GET", DossierView.PATH, "dossier:read"),
  OPEN_ACCESS_LOG("GET", AccessLogView.PATH, "accesslog:read");

  private static final String ATTRIBUTE = Route.class.getName();

  private final String method;
  private final String path;
  private final String scope;

  Route(String method, String path, String scope) {
    this.method = method;
    this.path = path;
    this.scope = scope;
  }

  /// The route with this method and exactly this raw path.
  static Optional<Route> find(String method, String rawPath) {
    for (Route route : values()) {
      if (route.path.equals(rawPath) && route.method.equals(method)) {
        return Optional.of(route);
      }
    }
    return Optional.empty();
  }

  /// The methods offered at this raw path, as an `Allow` header has them; empty if there are none.
  static String methodsAt(String rawPath) {
    return Arrays.stream(values())
        .filter(route -> route.path.equals(rawPath))
        .map(route -> route.method)
        .collect(Collectors.joining(", "));
  }

  /// The route that was found for this request, if any was.
  public static Optional<Route> of(HttpServletRequest request) {
    return Optional.ofNullable((Route) request.getAttribute(ATTRIBUTE));
  }

  /// Its path, here and at the registry.
  String path() {
    return path;
  }

  void markOn(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  /// The scope that a token must have; empty if any valid token will do.
  public Optional<String> scope() {
    return scope.equals(Scopes.NONE) ? Optional.empty() : Optional.of(scope);
  }

  /// Its name in logs, such as `report-vaccination`.
  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static final class Paths {
    static final String FHIR = "/fhir";
    static final String IMMUNIZATION = FHIR + "/Immunization";
  }

  private static final class Scopes {
    static final String REPORT = "vaccination:report";
    static final String NONE = "";
  }
}
