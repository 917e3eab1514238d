// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.keyring.Keyring;
import nl.cims.registry.protection.ErasableKey;
import nl.cims.registry.protection.ErasableSealing;
import nl.cims.registry.protection.Protection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of files that wait for their turn, some hundreds in each chunk, under a key of the
/// file.
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
  private final Keyring keyring;
  private final ErasableSealing bodies;

  Chunks(JdbcClient jdbc, Keyring keyring, Protection protection) {
    this.jdbc = jdbc;
    this.keyring = keyring;
    this.bodies = protection.erasable("intake_csv.chunk.body");
  }

  /// Rows of which each waits for an outcome.
  ///
  /// @param id of the chunk
  /// @param done how many rows before these have one already
  /// @param rows in the order of the file
  record Waiting(UUID id, int done, List<Row> rows) {}

  /// Makes the key of a file, before the first chunk.
  ErasableKey begin(UUID upload) {
    return keyring.make(upload);
  }

  /// Destroys the key of a file of which no row waits: no copy of its chunks opens any more.
  void end(UUID upload) {
    keyring.forget(upload);
  }

  private ErasableKey key(UUID upload) {
    return Optional.ofNullable(keyring.open(List.of(upload)).get(upload))
        .flatMap(it -> it)
        .orElseThrow(() -> new IllegalStateException("the key of a file under way is gone"));
  }

  /// @param key of the file
  /// @param number place of the chunk in its file, from 0
  void add(UUID upload, ErasableKey key, int number, byte[] packed) {
    UUID id = IDS.generate();
    jdbc.sql(ADD).params(id, upload, number, bodies.seal(key, id, packed)).update();
  }

  /// The first rows of a file that have no outcome; empty if all have.
  Optional<Waiting> first(UUID upload) {
    return jdbc.sql(FIRST)
        .param(upload)
        .query(
            (row, number) -> {
              UUID id = row.getObject(1, UUID.class);
              int done = row.getInt(2);
              byte[] packed = bodies.open(key(upload), id, row.getBytes(3));
              return new Waiting(id, done, Pack.rows(packed, done));
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
