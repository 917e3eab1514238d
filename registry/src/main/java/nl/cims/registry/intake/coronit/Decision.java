// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.ReportedVaccination.Intention;

/// What is to be done about one row that was not taken before as it is.
sealed interface Decision {

  /// Intake is told, and then this is remembered.
  ///
  /// @param then what is remembered if intake keeps it
  /// @param afresh whether something that waits in quarantine was said of the row in the meantime,
  ///   so that a state that intake knows has to be said anew
  record Tell(Draft draft, Statement statement, Mark then, boolean afresh) implements Decision {

    /// The same told otherwise.
    Tell as(Statement other) {
      Mark mark =
          new Mark(
              then.id(), then.hash(), then.standing(), other.life(), then.anonymous(), List.of());
      return new Tell(draft, other, mark, afresh);
    }

    /// Whether this answer leaves intake in another state than the row is in.
    boolean isUnheard(Outcome outcome) {
      return statement.intention() != Intention.WITHDRAW
          && outcome instanceof Outcome.Duplicate(var receipt, boolean superseded)
          && (superseded || afresh);
    }

    /// What is remembered if intake does not take it: a withdrawal of what it does not have is
    /// done, and what it had before a correction it still has.
    Mark ifRefused(List<String> problems) {
      return switch (statement.intention()) {
        case WITHDRAW -> then;
        case CORRECT -> then.problems(problems);
        case RECORD -> then.standing(Standing.NOT_KEPT).problems(problems);
      };
    }
  }

  /// There is nothing to tell, but something to remember.
  record Remember(Mark mark) implements Decision {}

  /// About a row that is there.
  ///
  /// @param before what is remembered of it
  /// @return empty if nothing changed
  static Optional<Decision> about(Row row, Optional<Mark> before, Instant now) {
    if (before.filter(mark -> mark.covers(row)).isPresent()) {
      return Optional.empty();
    }
    Mark mark =
        before.orElseGet(
            () -> new Mark(row.id(), row.hash(), Standing.NOT_KEPT, 1, true, List.of()));
    if (row.cancelled()) {
      return Optional.of(cancelled(row, mark, now));
    }
    return Optional.of(
        switch (RowReading.read(row, now)) {
          case Reading.Understood(Draft draft) -> said(row, draft, mark);
          case Reading.Unreadable(List<String> problems) -> unreadable(row, problems, mark);
        });
  }

  /// About a row that is no longer there.
  static Decision vanished(Mark mark, Instant now) {
    Mark gone = mark.standing(Standing.GONE).problems(List.of());
    return mark.standing() == Standing.KEPT
        ? new Tell(
            Draft.vanished(mark, now),
            new Statement(Intention.WITHDRAW, mark.life(), 0),
            gone,
            false)
        : new Remember(gone);
  }

  private static Decision cancelled(Row row, Mark mark, Instant now) {
    if (mark.standing() != Standing.KEPT) {
      // Back after it was gone, and cancelled: as good as withdrawn.
      Standing standing = mark.standing() == Standing.GONE ? Standing.WITHDRAWN : mark.standing();
      return new Remember(after(row, standing, mark.life(), mark.anonymous(), List.of()));
    }
    return new Tell(
        Draft.cancelled(row, mark, now),
        new Statement(Intention.WITHDRAW, mark.life(), 0),
        after(row, Standing.WITHDRAWN, mark.life(), mark.anonymous(), List.of()),
        false);
  }

  private static Decision said(Row row, Draft draft, Mark mark) {
    Statement statement =
        switch (mark.standing()) {
          case KEPT -> new Statement(Intention.CORRECT, mark.life(), 0);
          case NOT_KEPT -> new Statement(Intention.RECORD, mark.life(), 0);
          case WITHDRAWN, GONE -> new Statement(Intention.RECORD, mark.life() + 1, 0);
        };
    return new Tell(
        draft,
        statement,
        after(row, Standing.KEPT, statement.life(), draft.anonymous(), List.of()),
        !mark.problems().isEmpty());
  }

  /// Intake keeps what it has of it, if anything, until the row can be understood again.
  private static Decision unreadable(Row row, List<String> problems, Mark mark) {
    Standing standing = mark.standing() == Standing.GONE ? Standing.WITHDRAWN : mark.standing();
    return new Remember(after(row, standing, mark.life(), mark.anonymous(), problems));
  }

  private static Mark after(
      Row row, Standing standing, int life, boolean anonymous, List<String> problems) {
    return new Mark(row.id(), row.hash(), standing, life, anonymous, problems);
  }
}
