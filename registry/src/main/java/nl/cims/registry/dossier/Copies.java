// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.dossier;

import java.time.Instant;
import java.util.UUID;
import nl.cims.contracts.citizen.DossierView;
import nl.cims.contracts.citizen.ExportView;
import nl.cims.registry.dossier.fhir.DossierBundle;
import nl.cims.registry.immunisation.Vaccination;
import org.springframework.stereotype.Component;

/// A dossier to take along: as it is shown, as FHIR, and signed. The three say the same, under one
/// number.
@Component
class Copies {

  private final Overview overview;
  private final DossierBundle bundle;
  private final Seals seals;

  Copies(Overview overview, DossierBundle bundle, Seals seals) {
    this.overview = overview;
    this.bundle = bundle;
    this.seals = seals;
  }

  ExportView of(History history, Language language, Instant now) {
    UUID document = UUID.randomUUID();
    DossierView dossier = overview.of(history, now);
    return new ExportView(
        dossier,
        bundle.json(
            document,
            dossier,
            history.vaccinations().stream().map(Vaccination::leading).toList(),
            language.code()),
        seals.of(document, dossier, language));
  }
}
