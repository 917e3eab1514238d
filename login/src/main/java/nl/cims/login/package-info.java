// SPDX-License-Identifier: EUPL-1.2
/// What a website does to log its visitors in at the broker, the same for citizens and staff.
@NullMarked
package nl.cims.login;

import org.jspecify.annotations.NullMarked;
