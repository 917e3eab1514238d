// SPDX-License-Identifier: EUPL-1.2
/// How staff log in at the broker, what a session keeps of it, and how it ends.
@NullMarked
package nl.cims.registry.console.web.login;

import org.jspecify.annotations.NullMarked;
