// SPDX-License-Identifier: EUPL-1.2
/// The portal's questions to the register, through the gateway.
@NullMarked
package nl.cims.portal.register;

import org.jspecify.annotations.NullMarked;
