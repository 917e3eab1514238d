// SPDX-License-Identifier: EUPL-1.2
/// What the SQL of every module needs.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.cims.registry.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
