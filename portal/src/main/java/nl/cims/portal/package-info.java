// SPDX-License-Identifier: EUPL-1.2
/// The citizen's portal: pages on the register, without a database and without a BSN.
@NullMarked
package nl.cims.portal;

import org.jspecify.annotations.NullMarked;
