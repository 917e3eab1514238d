// SPDX-License-Identifier: EUPL-1.2
/// The closed list of problems (RFC 9457) that any of our interfaces answers with.
@NullMarked
package nl.cims.contracts.problem;

import org.jspecify.annotations.NullMarked;
