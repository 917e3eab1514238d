// SPDX-License-Identifier: EUPL-1.2
/// The pages of staff at the broker: who may open which, login, passkeys, accounts, journal.
@NullMarked
package nl.cims.broker.staff.web;

import org.jspecify.annotations.NullMarked;
