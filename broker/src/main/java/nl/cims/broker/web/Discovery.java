// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.cims.broker.BrokerSettings;
import nl.cims.broker.clients.Clients;
import nl.cims.broker.door.Entrances;
import nl.cims.vocabulary.AssuranceLevel;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.stereotype.Component;

/// What the broker says of itself (OpenID Connect Discovery): only what it truly offers.
@Component
final class Discovery implements Consumer<OidcProviderConfiguration.Builder> {

  private static final List<String> PROOFS = List.of("tls_client_auth", "private_key_jwt");

  private final Entrances entrances;
  private final URI issuer;

  Discovery(Entrances entrances, BrokerSettings settings) {
    this.entrances = entrances;
    this.issuer = settings.issuer();
  }

  @Override
  public void accept(OidcProviderConfiguration.Builder description) {
    description.claims(this::describe);
  }

  private void describe(Map<String, Object> claims) {
    // Spring announces its own whole range; ours is smaller.
    List.of(
            "userinfo_endpoint",
            "introspection_endpoint",
            "introspection_endpoint_auth_methods_supported",
            "dpop_signing_alg_values_supported",
            "registration_endpoint")
        .forEach(claims::remove);
    claims.put("end_session_endpoint", issuer + Doors.LOGOUT);
    claims.put("backchannel_logout_supported", true);
    claims.put("backchannel_logout_session_supported", true);
    claims.put("token_endpoint", entrances.addressForMachines(Doors.TOKEN));
    claims.put("revocation_endpoint", entrances.addressForMachines(Doors.REVOKE));
    claims.put("token_endpoint_auth_methods_supported", PROOFS);
    claims.put("revocation_endpoint_auth_methods_supported", PROOFS);
    claims.put("token_endpoint_auth_signing_alg_values_supported", List.of("ES256", "PS256"));
    claims.put("grant_types_supported", List.of("authorization_code", "client_credentials"));
    claims.put("id_token_signing_alg_values_supported", List.of("ES256"));
    claims.put("subject_types_supported", List.of("pairwise", "public"));
    claims.put(
        "scopes_supported",
        List.of("openid", "dossier:read", "accesslog:read", Clients.STAFF, Clients.REPORT));
    claims.put(
        "acr_values_supported",
        Stream.concat(
                Arrays.stream(AssuranceLevel.values()).map(AssuranceLevel::acr), Stream.of("phr"))
            .toList());
    claims.put(
        "claims_supported", List.of("sub", "acr", "auth_time", "amr", "sid", "name", "roles"));
    claims.put("ui_locales_supported", List.of("nl", "en"));
    claims.put("prompt_values_supported", List.of("login", "none"));
  }
}
