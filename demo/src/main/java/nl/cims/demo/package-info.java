// SPDX-License-Identifier: EUPL-1.2
/// Everything on one machine, started with one command: what `./cims` calls.
@NullMarked
package nl.cims.demo;

import org.jspecify.annotations.NullMarked;
