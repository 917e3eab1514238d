// SPDX-License-Identifier: EUPL-1.2
/// The keys of people and of files under way, in a database of their own: destroying one makes
/// every copy of what hangs on it unreadable.
@ApplicationModule(allowedDependencies = {"protection", "storage"})
@NullMarked
package nl.cims.registry.keyring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
