// SPDX-License-Identifier: EUPL-1.2
/// Load on a running demo, measured beside the floors of the same machine.
///
/// `Bench [SCENARIO…] [--json FILE] [--seconds N] [--warmup N] [--connections N]`, with the demo's
/// directory in the environment variable `CIMS_HOME` (default `.cims`). Every scenario is a closed
/// loop: each connection sends its next request when it has the answer to the last one. Client,
/// processes and database share the machine, so that figures compare within one run only.
///
/// Without names all scenarios run, the floors first. With names only those are reported; the floor
/// of a named scenario is measured too, since the ratio needs it. The ratio is the scenario's rate
/// divided by the rate of its floor: 0.1 is ten times slower than the floor. The bare endpoint is
/// measured over plain HTTP, as the page is.
@NullMarked
package nl.cims.benchmarks;

import org.jspecify.annotations.NullMarked;
