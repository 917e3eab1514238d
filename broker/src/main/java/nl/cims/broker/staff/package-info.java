// SPDX-License-Identifier: EUPL-1.2
/// Staff: who works with the register, what each may do, the passkeys they prove it with, and what
/// was done to their accounts.
@NullMarked
package nl.cims.broker.staff;

import org.jspecify.annotations.NullMarked;
