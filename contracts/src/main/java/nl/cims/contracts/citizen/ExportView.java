// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.citizen;

import java.util.List;

/// A citizen's dossier to take along: what the page shows, the same as FHIR, and signed statements
/// by which whoever gets the paper sees that it is genuine. Each request is an export in the access
/// log.
///
/// @param dossier everything the register shows him
/// @param fhir the same as a FHIR R4 Bundle in JSON, without the citizen service number
/// @param seals compact JWS (ES256) of the register, in the order of the vaccinations; each covers
///   at most [#DOSES_PER_SEAL] of them, and there is at least one. Claims: see [Seal]
public record ExportView(DossierView dossier, String fhir, List<String> seals) {

  /// Where the portal asks for it, below the gateway's address. `language`, `nl` or `en`, is the
  /// one in which the seals name things.
  public static final String PATH = "/citizen/v1/export";

  /// How many vaccinations one seal covers, so that it fits in a code that a telephone reads.
  public static final int DOSES_PER_SEAL = 12;

  public ExportView {
    seals = List.copyOf(seals);
  }

  @Override
  public String toString() {
    return "ExportView[hidden]";
  }
}
