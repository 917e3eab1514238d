// SPDX-License-Identifier: EUPL-1.2
/// Vaccines, their makers and codings, and the diseases they protect against, from versioned data
/// files.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.cims.registry.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
