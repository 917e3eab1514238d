// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.intake.csv.Chunks.Waiting;
import org.jspecify.annotations.Nullable;

/// With how much care rows are taken up: a chunk at once, as long as all goes well; row by row
/// where it failed, so that a row on which we fail harms no other; and past a row on which we fail
/// again and again. Remembers one place per file that is in trouble.
final class Care {

  private static final int MOST_ATTEMPTS = 5;

  private final Map<UUID, Trouble> troubles = new HashMap<>();
  private @Nullable UUID file;
  private @Nullable UUID chunk;
  private int done;

  /// Where it failed, and how often.
  private record Trouble(@Nullable UUID chunk, int done, int failures) {

    boolean isAt(@Nullable UUID otherChunk, int otherDone) {
      return Objects.equals(chunk, otherChunk) && done == otherDone;
    }
  }

  /// Says that it is not known yet which file is taken up.
  void looksAround() {
    file = null;
  }

  /// Says which file is taken up now.
  void begins(UUID upload) {
    file = upload;
    chunk = null;
    done = 0;
  }

  /// The rows to take up together.
  List<Row> portion(UUID upload, Waiting waiting) {
    chunk = waiting.id();
    done = waiting.done();
    Trouble trouble = troubles.get(upload);
    if (trouble == null || !waiting.id().equals(trouble.chunk())) {
      return waiting.rows();
    }
    return waiting.rows().subList(0, 1);
  }

  /// Whether we failed so often on the first of these rows that it is left.
  boolean givesUp(UUID upload, Waiting waiting) {
    Trouble trouble = troubles.get(upload);
    return trouble != null
        && trouble.isAt(waiting.id(), waiting.done())
        && trouble.failures() > MOST_ATTEMPTS;
  }

  /// Notes that the file has no more rows.
  void finished(UUID upload) {
    troubles.remove(upload);
  }

  /// Notes that the last attempt failed, by a fault that is not the absence of the database.
  ///
  /// @return how often it did so at this place of the file
  int failed() {
    UUID upload = file;
    if (upload == null) {
      return 1;
    }
    Trouble before = troubles.get(upload);
    int failures = before != null && before.isAt(chunk, done) ? before.failures() + 1 : 1;
    troubles.put(upload, new Trouble(chunk, done, failures));
    return failures;
  }

  /// The file that the last attempt was about.
  Optional<UUID> file() {
    return Optional.ofNullable(file);
  }
}
