// SPDX-License-Identifier: EUPL-1.2
/// Index of persons: found by a keyed index on the BSN, described by encrypted details.
@ApplicationModule(allowedDependencies = {"protection", "storage"})
@NullMarked
package nl.cims.registry.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
