// SPDX-License-Identifier: EUPL-1.2
/// What is served at which of the broker's doors, to whom, and what everybody else gets.
@NullMarked
package nl.cims.broker.web;

import org.jspecify.annotations.NullMarked;
