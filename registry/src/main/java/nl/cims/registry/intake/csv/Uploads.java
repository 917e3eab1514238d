// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake.csv;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.intake.csv.Line.Fate;
import nl.cims.registry.intake.csv.Upload.Counts;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Sealing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The files that were received, and how far each is.
@Repository
public class Uploads {

  private static final String ADD =
      """
      INSERT INTO intake_csv.upload (id, source, received_at, hash, header, file, rows, turn)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String FIND =
      """
      SELECT id, received_at, hash, header, rows, recorded, duplicate, parked, quarantined, refused
      FROM intake_csv.upload WHERE id = ? AND source = ?
      """;

  /// Sources take turns; of one source the oldest file goes first. A file that was postponed, or on
  /// which another process of ours works, is passed by.
  private static final String NEXT =
      """
      SELECT id, source, header FROM intake_csv.upload u
      WHERE finished_at IS NULL AND turn <= ? AND NOT EXISTS (
        SELECT FROM intake_csv.upload o
        WHERE o.source = u.source AND o.finished_at IS NULL AND (o.received_at, o.id) < (u.received_at, u.id))
      ORDER BY turn LIMIT 1 FOR UPDATE SKIP LOCKED
      """;

  private static final String COUNT =
      """
      UPDATE intake_csv.upload
      SET recorded = recorded + ?, duplicate = duplicate + ?, parked = parked + ?,
        quarantined = quarantined + ?, refused = refused + ?, turn = ?
      WHERE id = ?
      """;

  private static final String POSTPONE = "UPDATE intake_csv.upload SET turn = ? WHERE id = ?";

  private static final String FINISH = "UPDATE intake_csv.upload SET finished_at = ? WHERE id = ?";

  private static final String UNTOLD =
      """
      SELECT id, source, file FROM intake_csv.upload
      WHERE file IS NOT NULL AND told_at IS NULL AND finished_at IS NOT NULL
      ORDER BY finished_at LIMIT 1 FOR UPDATE SKIP LOCKED
      """;

  private static final String TELL = "UPDATE intake_csv.upload SET told_at = ? WHERE id = ?";

  private final JdbcClient jdbc;
  private final Sealing headers;
  private final Sealing files;
  private final Sealing hashes;

  Uploads(JdbcClient jdbc, Protection protection) {
    this.jdbc = jdbc;
    this.headers = protection.sealing("intake-csv", "intake_csv.upload.header");
    this.files = protection.sealing("intake-csv", "intake_csv.upload.file");
    this.hashes = protection.sealing("intake-csv", "intake_csv.upload.hash");
  }

  /// The upload with this id, if this party sent it.
  public Optional<Upload> find(UUID id, String source) {
    return jdbc.sql(FIND).params(id, source).query(this::upload).optional();
  }

  /// A file whose rows were written to [Chunks].
  ///
  /// @param hash SHA-256 of the bytes as sent
  /// @param file its name in the drop directory, if it came by that way
  /// @param rows how many there are
  record Received(
      UUID id,
      String source,
      Instant at,
      byte[] hash,
      Layout layout,
      Optional<String> file,
      int rows) {}

  /// A file of which rows wait for their turn.
  record Unfinished(UUID id, String source, Layout layout) {}

  /// A file whose result its sender expects in the drop directory.
  record Untold(UUID id, String source, String file) {}

  void add(Received received) {
    byte[] header = Pack.of(received.layout().heads());
    jdbc.sql(ADD)
        .param(received.id())
        .param(received.source())
        .param(time(received.at()))
        .param(hashes.seal(received.id(), received.hash()))
        .param(headers.seal(received.id(), header))
        .param(
            received
                .file()
                .map(name -> files.seal(received.id(), name.getBytes(StandardCharsets.UTF_8)))
                .orElse(null))
        .param(received.rows())
        .param(time(received.at()))
        .update();
  }

  /// The file whose turn it is, locked until the end of the transaction.
  Optional<Unfinished> next(Instant now) {
    return jdbc.sql(NEXT)
        .param(time(now))
        .query(
            (row, number) -> {
              UUID id = row.getObject(1, UUID.class);
              return new Unfinished(id, row.getString(2), layout(id, row.getBytes(3)));
            })
        .optional();
  }

  void count(UUID id, List<Line> lines, Instant at) {
    var statement = jdbc.sql(COUNT);
    for (Fate fate : Fate.values()) {
      statement = statement.param(lines.stream().filter(it -> it.fate() == fate).count());
    }
    statement.param(time(at)).param(id).update();
  }

  /// @param turn when it may be taken up again
  void postpone(UUID id, Instant turn) {
    jdbc.sql(POSTPONE).params(time(turn), id).update();
  }

  void finish(UUID id, Instant at) {
    jdbc.sql(FINISH).params(time(at), id).update();
  }

  /// A finished file whose result is to be put into the drop directory, locked until the end of the
  /// transaction.
  Optional<Untold> untold() {
    return jdbc.sql(UNTOLD)
        .query(
            (row, number) -> {
              UUID id = row.getObject(1, UUID.class);
              byte[] file = files.open(id, row.getBytes(3));
              return new Untold(id, row.getString(2), new String(file, StandardCharsets.UTF_8));
            })
        .optional();
  }

  void told(UUID id, Instant at) {
    jdbc.sql(TELL).params(time(at), id).update();
  }

  private Layout layout(UUID id, byte[] header) {
    return Layout.of(Pack.cells(headers.open(id, header)));
  }

  private Upload upload(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    int received = row.getInt(5);
    int done = row.getInt(6) + row.getInt(7) + row.getInt(8) + row.getInt(9) + row.getInt(10);
    return new Upload(
        id,
        row.getObject(2, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getBytes(3)).map(it -> hashes.open(id, it)),
        layout(id, row.getBytes(4)).unknown(),
        new Counts(
            received,
            row.getInt(6),
            row.getInt(7),
            row.getInt(8),
            row.getInt(9),
            row.getInt(10),
            received - done));
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
