// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.protection;

import java.io.PrintStream;
import java.util.List;
import nl.cims.registry.command.Command;
import org.springframework.stereotype.Component;

/// `keys status`: which keys there are, and what is under each.
@Component
class KeysStatus implements Command {

  private final Rotation rotation;

  KeysStatus(Rotation rotation) {
    this.rotation = rotation;
  }

  @Override
  public String name() {
    return "keys status";
  }

  @Override
  public String usage() {
    return "keys status                 which keys there are, and how many cells are under each";
  }

  @Override
  public int run(List<String> operands, PrintStream out) {
    rotation.status(out::println);
    return 0;
  }
}
