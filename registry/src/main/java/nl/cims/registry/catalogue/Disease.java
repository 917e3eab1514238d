// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import nl.cims.contracts.citizen.Localised;

/// What a vaccine protects against.
///
/// @param id stable name in the register
/// @param name as citizens see it
/// @param snomed SNOMED CT code of the disease; one code can stand for more than one of ours
public record Disease(String id, Localised name, String snomed) {}
