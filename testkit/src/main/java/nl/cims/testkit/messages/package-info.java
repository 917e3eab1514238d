// SPDX-License-Identifier: EUPL-1.2
/// The FHIR messages by which synthetic sources report their synthetic people, in the Dutch
/// profiles.
@NullMarked
package nl.cims.testkit.messages;

import org.jspecify.annotations.NullMarked;
