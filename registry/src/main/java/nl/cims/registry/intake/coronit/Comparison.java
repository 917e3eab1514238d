// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.coronit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Compares all that the GGDs have with all that we took, and finds what they did not tell: rows
/// that vanished, and rows that changed without their time or transaction.
///
/// First everything is compared by buckets, each a stretch of rows in the order of their numbers of
/// which only a count and a hash travel. Then the buckets that differ are fetched, and each row is
/// taken as the pull would. Buckets are stretches and not drawn by a hash of the number, so that
/// each question is a walk along an index of theirs, and so is fetching one bucket.
final class Comparison {

  private final GgdRows theirs;
  private final Marks marks;
  private final Taking taking;
  private final Turn turn;
  private final CoronitSettings settings;

  Comparison(GgdRows theirs, Marks marks, Taking taking, Turn turn, CoronitSettings settings) {
    this.theirs = theirs;
    this.marks = marks;
    this.taking = taking;
    this.turn = turn;
    this.settings = settings;
  }

  /// Compares and repairs.
  ///
  /// @return how many buckets differed
  /// @throws TooMuchGone if more rows are gone than may be; nothing was changed then
  int run() {
    List<GgdRows.Bucket> different = differences();
    different.forEach(bucket -> settle(bucket.after(), bucket.upTo()));
    return different.size();
  }

  private List<GgdRows.Bucket> differences() {
    List<GgdRows.Bucket> different = new ArrayList<>();
    long gone = 0;
    long after = Long.MIN_VALUE;
    while (after < Long.MAX_VALUE) {
      GgdRows.Bucket bucket = theirs.bucket(after, settings.reconciliation().bucket());
      Marks.Sum ours = marks.sum(bucket.after(), bucket.upTo());
      if (!ours.same(bucket)) {
        different.add(bucket);
        gone += Math.max(0, ours.count() - bucket.count());
      }
      after = bucket.upTo();
      pause();
    }
    if (gone > settings.reconciliation().mostGone()) {
      throw new TooMuchGone(gone, settings.reconciliation().mostGone());
    }
    return different;
  }

  private void settle(long after, long upTo) {
    long from = after;
    while (from < upTo) {
      long begin = from;
      from = turn.take(() -> settlePart(begin, upTo));
      pause();
    }
  }

  /// @return up to where it is settled
  private long settlePart(long after, long upTo) {
    int most = settings.pace().rows();
    List<Row> rows = theirs.stretch(after, upTo, most);
    long end = rows.size() < most ? upTo : rows.getLast().id();
    Map<Long, Mark> vanished = new HashMap<>(marks.stretch(after, end));
    rows.forEach(row -> vanished.remove(row.id()));
    taking.take(rows);
    taking.withdraw(vanished.values());
    return end;
  }

  private void pause() {
    Duration pause = settings.pace().pause();
    LockSupport.parkNanos(pause.toNanos());
  }
}
