// SPDX-License-Identifier: EUPL-1.2
/// Reads messages in FHIR R4 and translates them to what intake understands; FHIR's types never
/// leave this package.
@ApplicationModule(allowedDependencies = {"access", "intake"})
@NullMarked
package nl.cims.registry.intake.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
