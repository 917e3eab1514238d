// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal;

import java.util.List;
import nl.cims.safeguard.Demand;
import nl.cims.safeguard.Rule;
import nl.cims.safeguard.Rules;

/// What must hold of the portal's settings in production.
public final class PortalRules implements Rules {

  @Override
  public List<Rule> rules() {
    return List.of(
        Demand.publicAddress("cims.portal.public-address"),
        Demand.publicAddress("cims.portal.broker.issuer"),
        Demand.https("cims.portal.broker.back-channel"),
        Demand.https("cims.portal.gateway"),
        Demand.value(
            "server.servlet.session.cookie.secure",
            "true",
            "lets the cookie of a session travel in the clear; remove it."),
        Demand.value(
            "server.servlet.session.cookie.http-only",
            "true",
            "lets scripts read the cookie of a session; remove it."),
        Demand.absent(
            "gg.jte.development-mode", "compiles pages while they are asked for; remove it."));
  }
}
