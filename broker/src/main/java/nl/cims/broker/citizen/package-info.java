// SPDX-License-Identifier: EUPL-1.2
/// A citizen's login through DigiD: from the portal's request to a pseudonym and a sealed BSN.
@NullMarked
package nl.cims.broker.citizen;

import org.jspecify.annotations.NullMarked;
