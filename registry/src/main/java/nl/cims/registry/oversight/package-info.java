// SPDX-License-Identifier: EUPL-1.2
/// Watches over what staff look up: signs that somebody browses or sells, what they lead to, and
/// what a supervisor thinks of them.
@ApplicationModule(
    allowedDependencies = {
      "access",
      "accesslog",
      "dossier",
      "immunisation",
      "person",
      "protection"
    })
@NullMarked
package nl.cims.registry.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
