// SPDX-License-Identifier: EUPL-1.2
/// What must hold of an installation before a deployable starts; the same for all four, and for
/// whoever asks beforehand.
@NullMarked
package nl.cims.safeguard;

import org.jspecify.annotations.NullMarked;
