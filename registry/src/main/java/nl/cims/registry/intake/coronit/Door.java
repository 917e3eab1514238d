// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.util.List;
import nl.cims.registry.access.Parties;
import nl.cims.registry.access.Party.Channel;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Sender;

/// The door of intake, for the one party under which all of CoronIT is registered.
///
/// @param source id of the party
record Door(Intake intake, Parties parties, String source) {

  /// Whether the party may report this way.
  boolean isOpen() {
    return parties.reporting(source, Channel.CORONIT).isPresent();
  }

  /// Tells one row. Joins the caller's transaction, if there is one; a refusal then dooms it.
  Outcome tell(Draft draft, Statement statement) {
    return intake.accept(sender(), draft.message(), List.of(draft.as(statement))).getFirst();
  }

  /// Accounts for a row that intake does not get. Joins the caller's transaction.
  void passOver() {
    intake.unreadable(sender(), 1);
  }

  private Sender sender() {
    return Sender.of(source, Channel.CORONIT);
  }
}
