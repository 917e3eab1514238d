// SPDX-License-Identifier: EUPL-1.2
/// A dossier as FHIR R4, for systems that its owner takes it to.
@NullMarked
package nl.cims.registry.dossier.fhir;

import org.jspecify.annotations.NullMarked;
