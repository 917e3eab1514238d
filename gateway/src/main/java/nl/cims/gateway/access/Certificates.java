// SPDX-License-Identifier: EUPL-1.2
package nl.cims.gateway.access;

import java.time.Clock;
import java.util.Optional;
import nl.cims.revocation.RevocationLists;
import org.springframework.stereotype.Component;

/// Which client certificates hold now. A connection can outlive its certificate, so that this is
/// asked at every request and every frame, not in the handshake.
@Component
public final class Certificates {

  private final Clock clock;
  private final RevocationLists lists;

  Certificates(RevocationLists lists, Clock clock) {
    this.clock = clock;
    this.lists = lists;
  }

  /// Whether whoever shows this certificate may come in.
  public boolean admit(ClientCertificate certificate) {
    return objectionTo(certificate).isEmpty();
  }

  /// What is wrong with this certificate, as a sentence for its holder.
  Optional<String> objectionTo(ClientCertificate certificate) {
    if (!certificate.isValidAt(clock.instant())) {
      return Optional.of(
          "The client certificate is not valid at this moment; connect with a new one.");
    }
    return lists.admits(certificate.x509())
        ? Optional.empty()
        : Optional.of(
            "The client certificate was taken back, or its authority cannot vouch for it now;"
                + " connect with a new one.");
  }
}
