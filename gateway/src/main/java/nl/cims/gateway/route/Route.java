// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.cims.contracts.citizen.AccessLogProof;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.contracts.citizen.PlanningView;
import nl.cims.contracts.citizen.Seal;
import nl.cims.contracts.citizen.SourcesView;

/// Everything the gateway passes on, each with the scope it asks. A path is compared as it was
/// sent, to the letter, so that no spelling of it can mean something else further on; where it
/// holds an id, that is a UUID in its plain form and nothing else.
public enum Route {
  REPORT_VACCINATION("POST", Paths.IMMUNIZATION, Scopes.REPORT),
  CORRECT_VACCINATION("PUT", Paths.IMMUNIZATION, Scopes.REPORT),
  REPORT_BUNDLE("POST", Paths.FHIR, Scopes.REPORT),
  REPORT_HL7V2("POST", "/hl7v2", Scopes.REPORT),
  CAPABILITIES("GET", Paths.FHIR + "/metadata", Scopes.NONE),
  UPLOAD_FILE("POST", Paths.UPLOADS, Scopes.REPORT),
  TRY_FILE("POST", Paths.CSV + "/dry-runs", Scopes.REPORT),
  UPLOAD_STATUS("GET", Paths.UPLOADS + "/" + Paths.ID, Scopes.REPORT),
  UPLOAD_RESULT("GET", Paths.UPLOADS + "/" + Paths.ID + "/result", Scopes.REPORT),
  FILE_TEMPLATE("GET", Paths.CSV + "/template", Scopes.REPORT),
  FILE_COLUMNS("GET", Paths.CSV + "/template/columns", Scopes.REPORT),
  SHOW_RECEIPT("GET", Paths.INTAKE + "/receipts/" + Paths.ID, Scopes.REPORT),
  RECEIPT_KEYS("GET", Paths.INTAKE + "/receipt-keys", Scopes.NONE),
  SHOW_BALANCES("GET", Paths.INTAKE + "/balances", Scopes.WATCH),
  SHOW_WAITING("GET", Paths.INTAKE + "/waiting", Scopes.WATCH),
  REDRIVE("POST", Paths.INTAKE + "/waiting/" + Paths.ID + "/redrive", Scopes.WATCH),
  OPEN_DOSSIER("GET", DossierView.PATH, Scopes.DOSSIER),
  EXPORT_DOSSIER("GET", ExportView.PATH, Scopes.DOSSIER),
  SHOW_PLANNING("GET", PlanningView.PATH, Scopes.DOSSIER),
  SHOW_SOURCES("GET", SourcesView.PATH, Scopes.DOSSIER),
  SEAL_KEYS("GET", Seal.KEYS_PATH, Scopes.NONE),
  OPEN_ACCESS_LOG("GET", AccessLogView.PATH, Scopes.ACCESS_LOG),
  PROVE_LINE("GET", AccessLogProof.PATH, Scopes.ACCESS_LOG);

  private static final String ATTRIBUTE = Route.class.getName();

  private final String method;
  private final String path;
  private final String scope;
  private final boolean withId;
  private final Pattern form;

  Route(String method, String path, String scope) {
    this.method = method;
    this.path = path;
    this.scope = scope;
    this.withId = path.contains(Paths.ID);
    this.form = Pattern.compile(path.replace(Paths.ID, Paths.UUID));
  }

  /// The route with this method and exactly this raw path.
  static Optional<Route> find(String method, String rawPath) {
    for (Route route : values()) {
      if (route.isAt(rawPath) && route.method.equals(method)) {
        return Optional.of(route);
      }
    }
    return Optional.empty();
  }

  /// The methods offered at this raw path, as an `Allow` header has them; empty if there are none.
  static String methodsAt(String rawPath) {
    return Arrays.stream(values())
        .filter(route -> route.isAt(rawPath))
        .map(route -> route.method)
        .collect(Collectors.joining(", "));
  }

  /// The route that was found for this request, if any was.
  public static Optional<Route> of(HttpServletRequest request) {
    return Optional.ofNullable((Route) request.getAttribute(ATTRIBUTE));
  }

  /// Whether this asks for something public, for which a certificate of ours is enough.
  public static boolean needsNoToken(HttpServletRequest request) {
    return find(request.getMethod(), request.getRequestURI()).filter(Route::isPublic).isPresent();
  }

  /// Whether a certificate of ours is enough for it.
  public boolean isPublic() {
    return this == SEAL_KEYS;
  }

  /// The method that it answers to.
  public String method() {
    return method;
  }

  /// Its path with `{id}` in the place of an id.
  public String pattern() {
    return path;
  }

  /// Its path, here and at the registry; empty if the path holds an id.
  Optional<String> path() {
    return withId ? Optional.empty() : Optional.of(path);
  }

  /// Whether it takes files, which may be much larger than messages.
  public boolean takesFiles() {
    return this == UPLOAD_FILE;
  }

  private boolean isAt(String rawPath) {
    return withId ? form.matcher(rawPath).matches() : path.equals(rawPath);
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
    static final String ID = "{id}";
    static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    static final String CSV = "/csv/v1";
    static final String UPLOADS = CSV + "/uploads";
    static final String INTAKE = "/intake/v1";
    static final String FHIR = "/fhir";
    static final String IMMUNIZATION = FHIR + "/Immunization";
  }

  private static final class Scopes {
    static final String REPORT = "vaccination:report";
    static final String WATCH = "intake:watch";
    static final String DOSSIER = "dossier:read";
    static final String ACCESS_LOG = "accesslog:read";
    static final String NONE = "";
  }
}
