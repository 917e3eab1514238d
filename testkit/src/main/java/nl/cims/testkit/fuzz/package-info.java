// SPDX-License-Identifier: EUPL-1.2
/// Fuzzing of parsers.
@NullMarked
package nl.cims.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
