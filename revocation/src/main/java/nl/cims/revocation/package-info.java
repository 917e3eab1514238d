// SPDX-License-Identifier: EUPL-1.2
/// Which certificates their authority has taken back: lists in files, read again as they change.
@NullMarked
package nl.cims.revocation;

import org.jspecify.annotations.NullMarked;
