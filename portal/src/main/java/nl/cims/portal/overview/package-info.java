// SPDX-License-Identifier: EUPL-1.2
/// The citizen's overview to take along, as a PDF and as FHIR, and the page on which whoever gets
/// it sees that it is genuine.
@NullMarked
package nl.cims.portal.overview;

import org.jspecify.annotations.NullMarked;
