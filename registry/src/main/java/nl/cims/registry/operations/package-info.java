// SPDX-License-Identifier: EUPL-1.2
/// How the couplings do: how fresh is what parties report. Knows no person.
@ApplicationModule(allowedDependencies = {"access", "intake"})
@NullMarked
package nl.cims.registry.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
