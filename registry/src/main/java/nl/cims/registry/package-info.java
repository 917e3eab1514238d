// SPDX-License-Identifier: EUPL-1.2
/// The national register of vaccinations: a modular monolith.
@NullMarked
package nl.cims.registry;

import org.jspecify.annotations.NullMarked;
