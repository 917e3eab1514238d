// SPDX-License-Identifier: EUPL-1.2
/// How much one caller may ask: requests per second, and bytes per message.
@NullMarked
package nl.cims.gateway.limit;

import org.jspecify.annotations.NullMarked;
