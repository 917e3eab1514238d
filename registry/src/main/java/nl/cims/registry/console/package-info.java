// SPDX-License-Identifier: EUPL-1.2
/// What staff see and do; uses every other module and is used by none.
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accesslog",
      "catalogue",
      "dossier",
      "export",
      "immunisation",
      "intake",
      "operations",
      "oversight",
      "person",
      "protection"
    })
@NullMarked
package nl.cims.registry.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
