// SPDX-License-Identifier: EUPL-1.2
/// What the same framework does at its fastest, in a process of its own.
@NullMarked
package nl.cims.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
