// SPDX-License-Identifier: EUPL-1.2
/// The closed list of what the gateway offers; everything else is not there.
@NullMarked
package nl.cims.gateway.route;

import org.jspecify.annotations.NullMarked;
