// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Says `DEGRADED`, with status 200, while the list of revoked tokens is late: the gateway goes on,
/// so that it must not be taken out of service, and somebody has to look.
@Component
class RevokedTokensHealth implements HealthIndicator {

  private static final Status DEGRADED = new Status("DEGRADED");

  private final RevokedTokens revoked;

  RevokedTokensHealth(RevokedTokens revoked) {
    this.revoked = revoked;
  }

  @Override
  public Health health() {
    return revoked.isLate() ? Health.status(DEGRADED).build() : Health.up().build();
  }
}
