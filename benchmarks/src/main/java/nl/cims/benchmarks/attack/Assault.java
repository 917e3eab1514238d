// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.io.IOException;
import nl.cims.benchmarks.CannotMeasure;

/// One tool let loose on one target.
sealed interface Assault permits Testssl, Wapiti, Sqlmap {

  /// The tool, as people name it.
  String tool();

  /// What is attacked, and as whom.
  String target();

  /// Attacks it.
  ///
  /// @throws CannotMeasure if the tool did not look at what it should
  Outcome run(Workshop workshop) throws InterruptedException, IOException;
}
