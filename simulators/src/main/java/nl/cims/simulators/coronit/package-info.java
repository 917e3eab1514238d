// SPDX-License-Identifier: EUPL-1.2
/// CoronIT, the database of the GGDs, as the register sees it: filled with synthetic people and
/// changed while it is read.
@NullMarked
package nl.cims.simulators.coronit;

import org.jspecify.annotations.NullMarked;
