// SPDX-License-Identifier: EUPL-1.2
/// HAPI's model of FHIR R4, for who reads or writes it.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package nl.cims.registry.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
