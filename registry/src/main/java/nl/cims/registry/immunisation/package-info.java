// SPDX-License-Identifier: EUPL-1.2
/// The facts: every state that a source reported of a vaccination, append-only, and which of them
/// speak of the same dose.
@ApplicationModule(allowedDependencies = {"catalogue", "keyring", "protection", "storage"})
@NullMarked
package nl.cims.registry.immunisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
