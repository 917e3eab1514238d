// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.util.List;
import java.util.UUID;
import nl.cims.registry.intake.csv.Chunks.Waiting;
import org.jspecify.annotations.Nullable;

/// With how much care rows are taken up: a chunk at once, as long as all goes well; row by row
/// where it failed, so that a row on which we fail harms no other; and past a row on which we fail
/// again and again.
final class Care {

  private static final int MOST_ATTEMPTS = 5;

  private @Nullable UUID chunk;
  private int done;
  private @Nullable UUID troubled;
  private int place;
  private int failures;

  /// The rows to take up together.
  List<Row> portion(Waiting waiting) {
    chunk = waiting.id();
    done = waiting.done();
    return waiting.id().equals(troubled) ? waiting.rows().subList(0, 1) : waiting.rows();
  }

  /// Whether we failed so often on the first of these rows that it is left.
  boolean givesUp(Waiting waiting) {
    return waiting.id().equals(troubled) && waiting.done() == place && failures > MOST_ATTEMPTS;
  }

  /// Notes that the last portion was not taken up, by a fault that is not the absence of the
  /// database.
  void failed() {
    boolean again = chunk != null && chunk.equals(troubled) && done == place;
    failures = again ? failures + 1 : 1;
    troubled = chunk;
    place = done;
  }
}
