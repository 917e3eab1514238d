// SPDX-License-Identifier: EUPL-1.2
/// Attacks on the running demo with tools that nobody here wrote: testssl.sh, Wapiti and sqlmap.
///
/// `Attack [SECONDS] [--prove]`, with the demo's directory in the environment variable `CIMS_HOME`
/// (default `.cims`). Every run begins with a planted weakness for each tool, and counts for
/// nothing if a tool does not find it.
@NullMarked
package nl.cims.benchmarks.attack;

import org.jspecify.annotations.NullMarked;
