// SPDX-License-Identifier: EUPL-1.2
/// Synthetic people and what was reported about them: realistic, deterministic, and nobody's.
@NullMarked
package nl.cims.testkit.people;

import org.jspecify.annotations.NullMarked;
