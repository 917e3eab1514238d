// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of files that wait for their turn, sealed, some hundreds in each chunk.
@Repository
class Chunks {

  private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

  private static final String ADD =
      "INSERT INTO intake_csv.chunk (id, upload, number, body) VALUES (?, ?, ?, ?)";

  private static final String FIRST =
      "SELECT id, done, body FROM intake_csv.chunk WHERE upload = ? ORDER BY number LIMIT 1";

  private static final String ADVANCE = "UPDATE intake_csv.chunk SET done = ? WHERE id = ?";

  private static final String REMOVE = "DELETE FROM intake_csv.chunk WHERE id = ?";

  private final JdbcClient jdbc;
  private final Sealing bodies;

  Chunks(JdbcClient jdbc, Protection protection) {
    this.jdbc = jdbc;
    this.bodies = protection.sealing("intake-csv", "intake_csv.chunk.body");
  }

  /// Rows of which each waits for an outcome.
  ///
  /// @param id of the chunk
  /// @param done how many rows before these have one already
  /// @param rows in the order of the file
  record Waiting(UUID id, int done, List<Row> rows) {}

  /// @param number place of the chunk in its file, from 0
  void add(UUID upload, int number, byte[] packed) {
    UUID id = IDS.generate();
    jdbc.sql(ADD).params(id, upload, number, bodies.seal(id, packed)).update();
  }

  /// The first rows of a file that have no outcome; empty if all have.
  Optional<Waiting> first(UUID upload) {
    return jdbc.sql(FIRST)
        .param(upload)
        .query(
            (row, number) -> {
              UUID id = row.getObject(1, UUID.class);
              int done = row.getInt(2);
              return new Waiting(id, done, Pack.rows(bodies.open(id, row.getBytes(3)), done));
            })
        .optional();
  }

  /// Notes that the first rows of these have an outcome; a chunk without others is deleted.
  void done(Waiting chunk, int rows) {
    if (rows == chunk.rows().size()) {
      jdbc.sql(REMOVE).param(chunk.id()).update();
    } else {
      jdbc.sql(ADVANCE).params(chunk.done() + rows, chunk.id()).update();
    }
  }
}
