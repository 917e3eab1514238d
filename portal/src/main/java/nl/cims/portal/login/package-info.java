// SPDX-License-Identifier: EUPL-1.2
/// Login through the broker, what a session keeps of it, and how it ends.
@NullMarked
package nl.cims.portal.login;

import org.jspecify.annotations.NullMarked;
