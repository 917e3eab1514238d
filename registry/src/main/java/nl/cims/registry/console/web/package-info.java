// SPDX-License-Identifier: EUPL-1.2
/// The console's own door and its pages.
@NullMarked
package nl.cims.registry.console.web;

import org.jspecify.annotations.NullMarked;
