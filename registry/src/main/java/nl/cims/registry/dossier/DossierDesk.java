// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.time.Instant;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.vocabulary.Bsn;
import org.springframework.stereotype.Component;

/// What lies behind both doors: somebody's history, and how it is shown.
@Component
class DossierDesk {

  private final Histories histories;
  private final Overview overview;

  DossierDesk(Histories histories, Overview overview) {
    this.histories = histories;
    this.overview = overview;
  }

  History historyOf(Bsn bsn) {
    return histories.of(bsn);
  }

  DossierView view(History history, Instant now) {
    return overview.of(history, now);
  }
}
