// SPDX-License-Identifier: EUPL-1.2
package nl.cims.portal.login;

import nl.cims.vocabulary.Secret;

/// What the broker gave for a login.
///
/// @param access opaque to the portal; opens the register at the gateway
/// @param id shown to the broker at the logout, and to nobody else
/// @param session the login's name at the broker, by which it tells that it has ended
record Tokens(Secret access, Secret id, String session) {}
