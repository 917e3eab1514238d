// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import java.io.PrintStream;
import java.util.List;
import nl.cims.registry.command.Command;
import org.springframework.stereotype.Component;

/// `keys retire`: destroys old keys that nothing in the databases needs. Backups from before do not
/// open without them.
@Component
class KeysRetire implements Command {

  private final Rotation rotation;

  KeysRetire(Rotation rotation) {
    this.rotation = rotation;
  }

  @Override
  public String name() {
    return "keys retire";
  }

  @Override
  public String usage() {
    return "keys retire NAME…|all       destroy old keys that nothing needs; older backups then do"
        + " not open";
  }

  @Override
  public int run(List<String> operands, PrintStream out) {
    List<String> known = rotation.names();
    List<String> named = operands.equals(List.of("all")) ? known : operands;
    if (named.isEmpty() || !known.containsAll(named)) {
      out.println("Name one or more of: " + String.join(", ", known) + ", or all.");
      return 2;
    }
    boolean all = true;
    for (String name : named) {
      all &= rotation.retire(name, out::println);
    }
    return all ? 0 : 1;
  }
}
