// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.cims.registry.intake.ReportedVaccination.SourceIdentifier;

/// Reads the addresses by which a vaccination is updated: `Immunization?identifier=system|value`.
final class Addresses {

  private static final String PARAMETER = "identifier=";

  private Addresses() {}

  /// The identifier in a query of exactly one parameter `identifier`; empty if it is anything else.
  static Optional<SourceIdentifier> identifier(String query) {
    if (!query.startsWith(PARAMETER) || query.contains("&")) {
      return Optional.empty();
    }
    try {
      return token(URLDecoder.decode(query.substring(PARAMETER.length()), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException wronglyEncoded) {
      return Optional.empty();
    }
  }

  private static Optional<SourceIdentifier> token(String token) {
    int bar = token.indexOf('|');
    return bar <= 0 || bar == token.length() - 1
        ? Optional.empty()
        : Optional.of(new SourceIdentifier(token.substring(0, bar), token.substring(bar + 1)));
  }
}
