// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.limit;

import nl.cims.gateway.GatewayProperties.Rate;

/// What kind of client asks, which decides how much it may ask if nothing else was agreed.
public enum ClientKind {
  /// Reports vaccinations.
  PARTY,
  /// All citizens together.
  PORTAL,
  /// Watches over intake.
  OPERATOR,
  /// Shows a certificate only, for what is public.
  CERTIFICATE;

  /// The rate of a client of this kind with whom nothing else was agreed.
  public Rate usual() {
    return switch (this) {
      case PARTY -> new Rate(100, 200, 3_000, 1_000_000);
      case PORTAL -> new Rate(1_000, 2_000, null, null);
      case OPERATOR -> new Rate(10, 20, 300, 20_000);
      case CERTIFICATE -> new Rate(20, 40, 600, 100_000);
    };
  }
}
