// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

/// The GGDs' database does not answer, or not in time. It heals by itself or by them.
final class GgdsUnreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param sqlState of the failure; the driver's own message might repeat values
  GgdsUnreachable(String sqlState, Throwable cause) {
    super("the GGDs' database does not answer (SQLSTATE " + sqlState + ")", cause);
  }
}
