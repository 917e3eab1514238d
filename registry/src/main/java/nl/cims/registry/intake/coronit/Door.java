// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.util.List;
import nl.cims.registry.access.Parties;
import nl.cims.registry.access.Party.Channel;
import nl.cims.registry.intake.Intake;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Sender;
import nl.cims.registry.intake.Single;

/// The door of intake, for the one party under which all of CoronIT is registered.
///
/// @param source id of the party
record Door(Intake intake, Parties parties, String source) {

  /// Whether the party may report this way.
  boolean isOpen() {
    return parties.reporting(source, Channel.CORONIT).isPresent();
  }

  /// Tells rows, each for itself. Joins the caller's transaction.
  ///
  /// @return one outcome per row, in the same order
  List<Outcome> tell(List<Decision.Tell> rows) {
    return intake.acceptEach(
        sender(),
        rows.stream()
            .map(row -> new Single(row.draft().message(), row.draft().as(row.statement())))
            .toList());
  }

  /// Accounts for a row that intake does not get. Joins the caller's transaction.
  void passOver() {
    intake.unreadable(sender(), 1);
  }

  private Sender sender() {
    return Sender.of(source, Channel.CORONIT);
  }
}
