// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.time.Clock;

/// Brings over what the GGDs changed, a page at a time. Nothing of it is kept in memory between two
/// pages: where it is stands in our database, and moves only after the rows were taken.
final class Pull {

  private final GgdRows theirs;
  private final Taking taking;
  private final Couplings couplings;
  private final Turn turn;
  private final Clock clock;

  Pull(GgdRows theirs, Taking taking, Couplings couplings, Turn turn, Clock clock) {
    this.theirs = theirs;
    this.taking = taking;
    this.couplings = couplings;
    this.turn = turn;
    this.clock = clock;
  }

  /// Brings over one page.
  ///
  /// @param most rows
  /// @return what was brought over
  /// @throws GgdsUnreachable if they do not answer
  /// @throws ContractBroken if their view is not as agreed
  Page page(int most) {
    return turn.take(
        () -> {
          Page page = theirs.page(couplings.position(), most);
          taking.take(page.rows());
          couplings.move(page.next());
          if (page.isLast()) {
            couplings.caughtUp(clock.instant());
          }
          return page;
        });
  }
}
