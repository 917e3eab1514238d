// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.cims.registry.accesslog.tree.Checkpoint;
import nl.cims.registry.accesslog.tree.Note;
import nl.cims.registry.accesslog.tree.NoteKey;
import nl.cims.registry.accesslog.tree.Tile;
import nl.cims.registry.accesslog.witness.Witness;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The log as the database and the witnesses have it. To be used in one transaction that sees one
/// state of the database, begun after the witnesses were asked how far they are: what they saw by
/// then is in it.
final class DatabaseEvidence implements Evidence {

  private static final int AT_ONCE = 1_000;

  private static final String ROWS =
      "SELECT seq, leaf, %s FROM accesslog.entry WHERE seq >= ? ORDER BY seq"
          .formatted(Column.LIST);

  private static final String WAITING =
      "SELECT -1, leaf, %s FROM accesslog.entry WHERE seq IS NULL".formatted(Column.LIST);

  private static final String TILE =
      "SELECT hashes, root FROM accesslog.tile WHERE level = ? AND number = ?";

  private static final String TILES = "SELECT count(*) FROM accesslog.tile WHERE level = ?";

  private static final String CHECKPOINTS =
      """
      SELECT size, note,
        ARRAY(SELECT witness FROM accesslog.cosignature AS by
              WHERE by.size = checkpoint.size ORDER BY witness),
        ARRAY(SELECT line FROM accesslog.cosignature AS by
              WHERE by.size = checkpoint.size ORDER BY witness)
      FROM accesslog.checkpoint WHERE size >= ? ORDER BY size
      """;

  private final JdbcClient jdbc;
  private final List<Heard> witnesses;

  /// @param witnesses each with how far it was
  DatabaseEvidence(JdbcClient jdbc, List<Heard> witnesses) {
    this.jdbc = jdbc;
    this.witnesses = witnesses;
  }

  /// A witness, and how many leaves the log had when it last saw it.
  record Heard(Witness witness, long size) {}

  @Override
  public Stream<Kept> rows(long from) {
    return kept(jdbc.sql(ROWS).withFetchSize(AT_ONCE).param(from));
  }

  @Override
  public Stream<Kept> waiting() {
    return kept(jdbc.sql(WAITING).withFetchSize(AT_ONCE));
  }

  @Override
  public Optional<KeptTile> tile(int level, long number) {
    return jdbc.sql(TILE)
        .params(level, number)
        .query((row, n) -> new KeptTile(new Tile(level, number, row.getBytes(1)), row.getBytes(2)))
        .optional();
  }

  @Override
  public long tiles(int level) {
    return jdbc.sql(TILES).param(level).query(Long.class).single();
  }

  @Override
  public Stream<KeptCheckpoint> checkpoints(long from) {
    return jdbc
        .sql(CHECKPOINTS)
        .withFetchSize(AT_ONCE)
        .param(from)
        .query((row, n) -> checkpoint(row))
        .stream();
  }

  @Override
  public List<NoteKey> witnesses() {
    return witnesses.stream().map(heard -> heard.witness().key()).toList();
  }

  @Override
  public Stream<Note> seenBy(NoteKey witness) {
    return witnesses.stream()
        .filter(heard -> heard.size() > 0 && heard.witness().key().text().equals(witness.text()))
        .findFirst()
        .map(heard -> heard.witness().seen().takeWhile(note -> !isAfter(note, heard.size())))
        .orElseGet(Stream::empty);
  }

  private static KeptCheckpoint checkpoint(ResultSet row) throws SQLException {
    String[] names = (String[]) row.getArray(3).getArray();
    String[] lines = (String[]) row.getArray(4).getArray();
    return new KeptCheckpoint(
        row.getLong(1),
        row.getString(2),
        IntStream.range(0, names.length)
            .mapToObj(each -> new KeptCosignature(names[each], lines[each]))
            .toList());
  }

  private static boolean isAfter(Note note, long size) {
    return Checkpoint.of(note).filter(checkpoint -> checkpoint.size() > size).isPresent();
  }

  private static Stream<Kept> kept(JdbcClient.StatementSpec statement) {
    return statement
        .query((row, n) -> new Kept(row.getLong(1), row.getBytes(2), Row.read(row, 3)))
        .stream();
  }
}
