// SPDX-License-Identifier: EUPL-1.2
/// What arrives before it is believed: inbox, receipt, quarantine. Every channel ends in
/// [Intake#accept] and prints its outcome.
@ApplicationModule(
    allowedDependencies = {
      "access",
      "catalogue",
      "immunisation",
      "keyring",
      "person",
      "protection",
      "storage"
    })
@NullMarked
package nl.cims.registry.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
