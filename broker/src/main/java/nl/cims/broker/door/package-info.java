// SPDX-License-Identifier: EUPL-1.2
/// The broker's three doors: each a connector of its own, so that none is filled from another.
@NullMarked
package nl.cims.broker.door;

import org.jspecify.annotations.NullMarked;
