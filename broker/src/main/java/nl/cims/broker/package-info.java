// SPDX-License-Identifier: EUPL-1.2
/// RIVMToegang: logs citizens in through DigiD and gives parties their tokens; our only OIDC
/// provider.
@NullMarked
package nl.cims.broker;

import org.jspecify.annotations.NullMarked;
