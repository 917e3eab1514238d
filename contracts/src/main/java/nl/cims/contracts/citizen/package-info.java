// SPDX-License-Identifier: EUPL-1.2
/// What the register tells a citizen about himself, as JSON between registry and portal.
@NullMarked
package nl.cims.contracts.citizen;

import org.jspecify.annotations.NullMarked;
