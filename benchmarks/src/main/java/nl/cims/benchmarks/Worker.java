// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks;

import java.io.Closeable;
import java.io.IOException;

/// One connection's share of a scenario.
interface Worker extends Closeable {

  /// Does it once, to the last byte of the answer.
  ///
  /// @return whether it came out as it should
  boolean once() throws IOException;
}
