// SPDX-License-Identifier: EUPL-1.2
/// Typed page components, styles and both languages, for every process that shows pages to people.
@NullMarked
package nl.cims.pages;

import org.jspecify.annotations.NullMarked;
