// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.fhir;

import java.util.Optional;
import nl.cims.registry.intake.ReportedVaccination.SourceIdentifier;

/// What a request does with a vaccination: `POST` on the type, or `PUT` on an identifier.
///
/// @param update whether it is a PUT
/// @param addressed the identifier in the address of a PUT
record Ask(boolean update, Optional<SourceIdentifier> addressed) {

  static Ask create() {
    return new Ask(false, Optional.empty());
  }

  static Ask update(SourceIdentifier addressed) {
    return new Ask(true, Optional.of(addressed));
  }
}
