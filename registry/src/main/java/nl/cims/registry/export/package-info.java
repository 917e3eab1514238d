// SPDX-License-Identifier: EUPL-1.2
/// Data of many people for somebody outside: asked for by one, decided by another, readable by the
/// recipient alone, and traceable to the export it came from.
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accesslog",
      "command",
      "dossier",
      "immunisation",
      "protection"
    })
@NullMarked
package nl.cims.registry.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
