// SPDX-License-Identifier: EUPL-1.2
/// The rules for every source file, and the proof that each guard of the build bites.
@NullMarked
package nl.cims.guards;

import org.jspecify.annotations.NullMarked;
