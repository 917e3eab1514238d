// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.export;

import java.security.cert.X509Certificate;
import java.time.Instant;

/// Somebody outside to whom data may go.
///
/// @param id short name
/// @param name as staff know it
/// @param certificate to whose key exports for him are encrypted
public record Recipient(String id, String name, X509Certificate certificate) {

  /// Whether his certificate holds at this moment.
  public boolean isValid(Instant at) {
    return !at.isBefore(certificate.getNotBefore().toInstant())
        && !at.isAfter(certificate.getNotAfter().toInstant());
  }
}
