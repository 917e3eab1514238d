// SPDX-License-Identifier: EUPL-1.2
/// How every deployable writes its log, and the last net under what must not stand in one.
@NullMarked
package nl.cims.logs;

import org.jspecify.annotations.NullMarked;
