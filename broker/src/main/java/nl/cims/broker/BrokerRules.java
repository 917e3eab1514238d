// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker;

import java.util.List;
import nl.cims.safeguard.Demand;
import nl.cims.safeguard.Rule;
import nl.cims.safeguard.Rules;

/// What must hold of the broker's settings in production.
public final class BrokerRules implements Rules {

  @Override
  public List<Rule> rules() {
    return List.of(
        Demand.publicAddress("cims.broker.issuer"),
        Demand.publicAddress("cims.broker.staff.public-address"),
        Demand.secretFile("cims.broker.signing-key"),
        Demand.secretFile("cims.broker.pairwise-key"),
        // A simulator lives on this machine, or speaks plainly.
        Demand.publicAddress("cims.broker.digid.issuer"),
        Demand.publicAddress("cims.broker.digid.authorization-uri"),
        Demand.publicAddress("cims.broker.digid.token-uri"),
        Demand.publicAddress("cims.broker.digid.jwks-uri"),
        Demand.longSecret("cims.broker.digid.client-secret"),
        Demand.value(
            "server.servlet.session.cookie.secure",
            "true",
            "lets the cookie of a login travel in the clear; remove it."),
        Demand.longSecret("spring.datasource.password"),
        Demand.database());
  }
}
