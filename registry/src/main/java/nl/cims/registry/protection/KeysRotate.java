// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import java.io.PrintStream;
import java.util.List;
import nl.cims.registry.command.Command;
import org.springframework.stereotype.Component;

/// `keys rotate`: changes keys while the register runs; called again, it finishes what was broken
/// off.
@Component
class KeysRotate implements Command {

  private final Rotation rotation;

  KeysRotate(Rotation rotation) {
    this.rotation = rotation;
  }

  @Override
  public String name() {
    return "keys rotate";
  }

  @Override
  public String usage() {
    return "keys rotate NAME…|all       bring it under a new key, or finish what was broken off";
  }

  @Override
  public int run(List<String> operands, PrintStream out) {
    List<String> known = rotation.names();
    List<String> named = operands.equals(List.of("all")) ? known : operands;
    if (named.isEmpty() || !known.containsAll(named)) {
      out.println("Name one or more of: " + String.join(", ", known) + ", or all.");
      return 2;
    }
    named.forEach(name -> rotation.rotate(name, out::println));
    return 0;
  }
}
