// SPDX-License-Identifier: EUPL-1.2
/// Who is calling and what may they do; deny by default. Knows the registered parties.
@ApplicationModule(allowedDependencies = {"protection"})
@NullMarked
package nl.cims.registry.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
