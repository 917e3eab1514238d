// SPDX-License-Identifier: EUPL-1.2
/// Searches files, tables and answers for personal data that should not be there.
@NullMarked
package nl.cims.testkit.leaks;

import org.jspecify.annotations.NullMarked;
