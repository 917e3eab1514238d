// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogProof;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.registry.access.AssuranceTooLow;
import nl.cims.registry.access.Citizen;
import nl.cims.registry.accesslog.AccessLog;
import nl.cims.registry.accesslog.LineProofs;
import org.springframework.stereotype.Component;

/// Lets somebody look and writes that he did, or refuses and writes that too.
@Component
class Looks {

  private final AccessLog log;
  private final LineProofs proofs;
  private final Clock clock;

  Looks(AccessLog log, LineProofs proofs, Clock clock) {
    this.log = log;
    this.proofs = proofs;
    this.clock = clock;
  }

  /// Joins the caller's transaction, so that a look that fails leaves no line.
  ///
  /// @return the moment of the look
  /// @throws AssuranceTooLow if the login was not sure enough; the attempt is logged
  Instant begin(Citizen citizen, Look look, AccessLogView.Kind kind) {
    Instant now = clock.instant();
    if (!citizen.sufficientlyIdentified()) {
      log.writeRefused(look.entry(citizen, kind, now, false), citizen.bsn());
      throw new AssuranceTooLow();
    }
    log.write(look.entry(citizen, kind, now, true), citizen.bsn());
    return now;
  }

  /// The lines about him, newest first.
  List<AccessLogView.Line> about(Citizen citizen, Instant from, Instant until, int most) {
    return log.about(citizen.bsn(), from, until, most);
  }

  /// The proof of one of them; empty if there is none of this number about him.
  Optional<AccessLogProof> prove(Citizen citizen, UUID line) {
    return proofs.of(citizen.bsn(), line);
  }
}
