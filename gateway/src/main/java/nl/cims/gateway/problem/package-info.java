// SPDX-License-Identifier: EUPL-1.2
/// Every refusal of the gateway as an RFC 9457 problem, whichever layer noticed it.
@NullMarked
package nl.cims.gateway.problem;

import org.jspecify.annotations.NullMarked;
