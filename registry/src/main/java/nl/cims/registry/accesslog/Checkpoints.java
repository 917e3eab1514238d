// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.util.List;
import java.util.Optional;
import nl.cims.registry.accesslog.tree.Note;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was signed about the log, with what witnesses signed beside it.
final class Checkpoints {

  private static final String ADD = "INSERT INTO accesslog.checkpoint (size, note) VALUES (?, ?)";

  private static final String COSIGN =
      """
      INSERT INTO accesslog.cosignature (size, witness, line) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String LAST =
      "SELECT size, note FROM accesslog.checkpoint ORDER BY size DESC LIMIT 1";

  private static final String COVERING =
      "SELECT size, note FROM accesslog.checkpoint WHERE size > ? ORDER BY size LIMIT 1";

  private static final String COSIGNATURES =
      "SELECT line FROM accesslog.cosignature WHERE size = ? ORDER BY witness";

  private final JdbcClient jdbc;

  Checkpoints(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A checkpoint that was published.
  ///
  /// @param size how many leaves it is about
  /// @param note signed by the log
  record Published(long size, Note note) {}

  void add(long size, Note note) {
    jdbc.sql(ADD).params(size, note.written()).update();
  }

  void cosign(long size, String witness, String line) {
    jdbc.sql(COSIGN).params(size, witness, line).update();
  }

  Optional<Published> last() {
    return jdbc.sql(LAST).query((row, n) -> published(row.getLong(1), row.getString(2))).optional();
  }

  /// The first that is about the row at this place, with the signatures of witnesses.
  Optional<Published> covering(long place) {
    return jdbc.sql(COVERING)
        .param(place)
        .query((row, n) -> published(row.getLong(1), row.getString(2)))
        .optional()
        .map(this::cosigned);
  }

  private Published cosigned(Published published) {
    Note note = published.note();
    List<String> lines =
        jdbc.sql(COSIGNATURES).param(published.size()).query((row, n) -> row.getString(1)).list();
    for (String line : lines) {
      note = note.with(line);
    }
    return new Published(published.size(), note);
  }

  private static Published published(long size, String written) {
    return new Published(
        size,
        Note.parse(written)
            .orElseThrow(() -> new IllegalStateException("checkpoint " + size + " is no note")));
  }
}
