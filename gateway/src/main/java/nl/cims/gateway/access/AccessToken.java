// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Set;
import nl.cims.gateway.limit.ClientKind;
import nl.cims.gateway.route.Route;

/// What the gateway needs to know of a verified access token. Who the citizen is does not belong to
/// it.
///
/// @param id `jti`, by which the broker takes it back
/// @param clientId the party or portal it was issued to
/// @param scopes what it allows
/// @param thumbprint of the certificate it is bound to
/// @param expiresAt from then on it is worth nothing
record AccessToken(
    String id, String clientId, Set<String> scopes, String thumbprint, Instant expiresAt) {

  AccessToken {
    scopes = Set.copyOf(scopes);
  }

  /// What kind of client it was issued to, as its scopes tell.
  ClientKind kind() {
    if (scopes.contains(Route.OPEN_DOSSIER.scope().orElseThrow())) {
      return ClientKind.PORTAL;
    }
    return scopes.contains(Route.SHOW_BALANCES.scope().orElseThrow())
        ? ClientKind.OPERATOR
        : ClientKind.PARTY;
  }

  /// Whether it was issued to the holder of this certificate.
  boolean isBoundTo(ClientCertificate certificate) {
    return MessageDigest.isEqual(
        thumbprint.getBytes(StandardCharsets.US_ASCII),
        certificate.thumbprint().getBytes(StandardCharsets.US_ASCII));
  }
}
