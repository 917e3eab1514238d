// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.cims.gateway.route.Route;
import nl.cims.testkit.certificates.Issued;

/// Something that the gateway answers to, and how to ask for it in the right way.
///
/// @param scope that a token must have; empty if any will do
/// @param needsToken whether a certificate alone is not enough
/// @param isPassedOn whether the registry answers it
record Endpoint(
    String method, String path, Optional<String> scope, boolean needsToken, boolean isPassedOn) {

  /// All of them: the routes, and the health.
  static Stream<Endpoint> all() {
    return Stream.concat(
        Stream.of(Route.values()).map(Endpoint::of),
        Stream.of(new Endpoint("GET", "/actuator/health", Optional.empty(), false, false)));
  }

  private static Endpoint of(Route route) {
    return new Endpoint(
        route.method(),
        route.pattern().replace("{id}", UUID.randomUUID().toString()),
        route.scope(),
        !route.isPublic(),
        true);
  }

  String scopes() {
    return scope.orElse("");
  }

  /// A token that opens this to whoever has this certificate.
  String token(Stage stage, Issued client) {
    return stage.tokens.with(client.x509(), scopes(), claims -> {});
  }

  /// The request of this client with this token.
  Call call(Call as, String token) {
    return asked(as).bearer(token);
  }

  /// The request without a token.
  Call asked(Call as) {
    return asked(as, path);
  }

  /// The request for another spelling of the path.
  Call asked(Call as, String target) {
    Call call = as.to(method, target);
    return method.equals("GET") ? call : call.body("application/fhir+json", new byte[] {'{', '}'});
  }

  /// With everything in order.
  Call good(Stage stage) {
    return call(stage.callAs(stage.party), token(stage, stage.party));
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
