// SPDX-License-Identifier: EUPL-1.2
/// The broker's two doors: what is served where, to whom, and what everybody else gets.
@NullMarked
package nl.cims.broker.web;

import org.jspecify.annotations.NullMarked;
