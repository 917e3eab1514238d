// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.command;

import java.io.PrintStream;
import java.util.List;

/// One thing that an operator can ask: `java -jar registry.jar log verify`. It runs in a process of
/// its own, with the settings of the register, without its addresses and without its jobs.
public interface Command {

  /// The words by which it is called, such as `log verify`.
  String name();

  /// One line that says what it does and what follows its name.
  String usage();

  /// Does it, and says on `out` how it goes.
  ///
  /// @param operands what followed its name
  /// @return the exit code: 0 if all is well, 1 if it found something wrong, 2 if it was asked
  ///   wrongly
  int run(List<String> operands, PrintStream out);
}
