// SPDX-License-Identifier: EUPL-1.2
/// The rules of architecture that every deployable keeps to, for the tests of each to apply.
@NullMarked
package nl.cims.testkit.rules;

import org.jspecify.annotations.NullMarked;
