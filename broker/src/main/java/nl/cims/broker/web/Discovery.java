// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.cims.broker.BrokerSettings;
import nl.cims.broker.clients.Clients;
import nl.cims.vocabulary.AssuranceLevel;
import org.springframework.security.oauth2.server.authorization.oidc.OidcProviderConfiguration;
import org.springframework.stereotype.Component;

/// What the broker says of itself (OpenID Connect Discovery): only what it truly offers.
@Component
final class Discovery implements Consumer<OidcProviderConfiguration.Builder> {

  private final BackChannel backChannel;
  private final String issuer;

  Discovery(BackChannel backChannel, BrokerSettings settings) {
    this.backChannel = backChannel;
    this.issuer = settings.issuer().toString();
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
    claims.put("token_endpoint", backChannel.address(Doors.TOKEN));
    claims.put("revocation_endpoint", backChannel.address(Doors.REVOKE));
    claims.put("end_session_endpoint", issuer + Doors.LOGOUT);
    claims.put("backchannel_logout_supported", true);
    claims.put("backchannel_logout_session_supported", true);
    claims.put("token_endpoint_auth_methods_supported", List.of("tls_client_auth"));
    claims.put("revocation_endpoint_auth_methods_supported", List.of("tls_client_auth"));
    claims.put("grant_types_supported", List.of("authorization_code", "client_credentials"));
    claims.put("id_token_signing_alg_values_supported", List.of("ES256"));
    claims.put("subject_types_supported", List.of("pairwise"));
    claims.put(
        "scopes_supported", List.of("openid", "dossier:read", "accesslog:read", Clients.REPORT));
    claims.put(
        "acr_values_supported",
        Arrays.stream(AssuranceLevel.values()).map(AssuranceLevel::acr).toList());
    claims.put("claims_supported", List.of("sub", "sid", "acr", "auth_time"));
    claims.put("ui_locales_supported", List.of("nl", "en"));
    claims.put("prompt_values_supported", List.of("login", "none"));
  }
}
