// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.catalogue;

import nl.cims.vocabulary.VaccineCode;

/// What a code means in a period. A deprecated one is understood as ever: it is only no longer
/// given out by its source.
///
/// @param code in its system
/// @param product the id of what it names
/// @param validity when it means that
/// @param deprecated whether its source has withdrawn it
/// @param source who says so
record Coding(
    VaccineCode code, String product, Validity validity, boolean deprecated, String source) {}
