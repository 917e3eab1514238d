// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.command.Command;
import nl.cims.registry.keyring.Destruction;
import nl.cims.vocabulary.Bsn;
import org.springframework.stereotype.Component;

/// `keyring destroy for-good`: cuts somebody off from his vaccinations.
@Component
class KeyringDestroy implements Command {

  private static final String SURE = "for-good";

  private final Asked asked;
  private final People people;
  private final Cuts cuts;

  KeyringDestroy(Asked asked, People people, Cuts cuts) {
    this.asked = asked;
    this.people = people;
    this.cuts = cuts;
  }

  @Override
  public String name() {
    return "keyring destroy";
  }

  @Override
  public String usage() {
    return "keyring destroy for-good    destroy somebody's key; asks for his BSN; cannot be undone";
  }

  @Override
  public int run(List<String> operands, PrintStream out) {
    if (!operands.equals(List.of(SURE))) {
      out.println("This cannot be undone. Say so: keyring destroy " + SURE);
      return 2;
    }
    Optional<Bsn> bsn = asked.bsn(out);
    if (bsn.isEmpty()) {
      return 2;
    }
    Optional<Person> person = people.find(bsn.get());
    if (person.isEmpty()) {
      out.println("The register does not know this person.");
      return 1;
    }
    Destruction destruction = cuts.cut(person.get().id());
    out.println(
        "Destroyed: number %d, at %s.".formatted(destruction.generation(), destruction.at()));
    return 0;
  }
}
