// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.citizen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything the register shows a citizen of his own dossier. The person is absent if the register
/// has never heard of him; the list is then empty, and looks the same as for somebody without
/// consent or after an opt-out.
///
/// @param person who he is, as reported to the register
/// @param vaccinations newest first; a dose that was reported twice stands here once
/// @param asOf the moment of the look, which also stands in the access log
public record DossierView(
    Optional<PersonView> person, List<VaccinationView> vaccinations, Instant asOf) {

  /// Where the portal asks for it, below the gateway's address.
  public static final String PATH = "/citizen/v1/dossier";

  public DossierView {
    vaccinations = List.copyOf(vaccinations);
  }

  @Override
  public String toString() {
    return "DossierView[hidden]";
  }
}
