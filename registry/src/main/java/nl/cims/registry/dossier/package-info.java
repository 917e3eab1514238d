// SPDX-License-Identifier: EUPL-1.2
/// The whole picture of one person, and the only door to it: no look without a line in the access
/// log.
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accesslog",
      "catalogue",
      "immunisation",
      "person",
      "planning",
      "protection"
    })
@NullMarked
package nl.cims.registry.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
