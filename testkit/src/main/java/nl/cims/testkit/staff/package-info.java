// SPDX-License-Identifier: EUPL-1.2
/// Employees without a device: invitations and passkeys made of nothing but a key.
@NullMarked
package nl.cims.testkit.staff;

import org.jspecify.annotations.NullMarked;
