// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway;

import java.util.List;
import nl.cims.safeguard.Demand;
import nl.cims.safeguard.Rule;
import nl.cims.safeguard.Rules;

/// What must hold of the gateway's settings in production.
public final class GatewayRules implements Rules {

  @Override
  public List<Rule> rules() {
    return List.of(
        Demand.publicAddress("cims.gateway.issuer"),
        Demand.https("cims.gateway.jwks-uri"),
        Demand.https("cims.gateway.registry"),
        // Whoever shows none gets as far as a problem that says so.
        Demand.value("server.ssl.client-auth", "want", "asks nobody for a certificate; remove it."),
        Demand.value("server.ssl.enabled", "true", "switches TLS off; remove it."),
        Demand.absent(
            "server.forward-headers-strategy",
            "lets callers say who they are in a header; the gateway sees their certificates itself."));
  }
}
