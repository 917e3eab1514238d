// SPDX-License-Identifier: EUPL-1.2
/// Reads messages in HL7 v2.5.1 (`VXU^V04`) and translates them to what intake understands; HL7's
/// types never leave this package.
@ApplicationModule(allowedDependencies = {"access", "intake"})
@NullMarked
package nl.cims.registry.intake.hl7v2;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
