// SPDX-License-Identifier: EUPL-1.2
/// What the broker hands out: codes and tokens, and what stands in them.
@NullMarked
package nl.cims.broker.tokens;

import org.jspecify.annotations.NullMarked;
