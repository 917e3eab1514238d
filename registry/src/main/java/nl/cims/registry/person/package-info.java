// SPDX-License-Identifier: EUPL-1.2
/// Index of persons: found by a keyed index on the BSN, described by what hangs on their own keys.
@ApplicationModule(allowedDependencies = {"command", "keyring", "protection", "storage"})
@NullMarked
package nl.cims.registry.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
