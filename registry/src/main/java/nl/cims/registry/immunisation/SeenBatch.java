// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import java.time.LocalDate;
import nl.cims.vocabulary.BatchNumber;

/// A batch as the reports name it; nobody says that it exists.
///
/// @param product the vaccine's id in the catalogue
/// @param batch as sent
/// @param reports how many doses sources reported of it, with and without a person; a dose that two
///   sources reported counts twice
/// @param first the first day on which one of them can have been given
/// @param last the last of these days
public record SeenBatch(
    String product, BatchNumber batch, long reports, LocalDate first, LocalDate last) {}
