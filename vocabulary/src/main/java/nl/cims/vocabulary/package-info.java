// SPDX-License-Identifier: EUPL-1.2
/// Values of the domain that check themselves: what cannot be constructed cannot go wrong later.
@NullMarked
package nl.cims.vocabulary;

import org.jspecify.annotations.NullMarked;
