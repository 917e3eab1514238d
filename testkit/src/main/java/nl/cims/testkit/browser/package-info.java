// SPDX-License-Identifier: EUPL-1.2
/// A real browser for tests.
@NullMarked
package nl.cims.testkit.browser;

import org.jspecify.annotations.NullMarked;
