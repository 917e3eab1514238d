// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.cims.contracts.citizen.AccessLogProof;
import nl.cims.contracts.citizen.AccessLogProof.Inclusion;
import nl.cims.registry.accesslog.tree.NoteKey;
import nl.cims.vocabulary.Bsn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Proofs that lines stand in a published checkpoint, for the person whom they are about.
@Service
public class LineProofs {

  private static final String LINE =
      """
      SELECT seq, leaf, %s FROM accesslog.entry WHERE id = ? AND subject_index = ?
      """
          .formatted(Column.LIST);

  private final AccessLog log;
  private final JdbcClient jdbc;
  private final List<String> keys;

  LineProofs(AccessLog log, JdbcClient jdbc, LogKeys own, Witnesses witnesses) {
    this.log = log;
    this.jdbc = jdbc;
    this.keys =
        Stream.concat(own.keys().stream(), witnesses.keys().stream()).map(NoteKey::text).toList();
  }

  /// The proof of a line about this person; empty if there is no such line about him. Whoever asks
  /// has written that he looks.
  public Optional<AccessLogProof> of(Bsn subject, UUID line) {
    return jdbc.sql(LINE)
        .params(line, log.indexOf(subject))
        .query(
            (row, number) ->
                new Placed(row.getObject(1, Long.class), row.getBytes(2), Row.read(row, 3)))
        .optional()
        .map(this::proof);
  }

  private record Placed(@Nullable Long place, byte[] leaf, Row row) {}

  private AccessLogProof proof(Placed line) {
    Row row = line.row();
    boolean first = row.version() == Leaf.FIRST_VERSION;
    return new AccessLogProof(
        row.id(),
        new AccessLogProof.Leaf(
            row.version(),
            first ? Map.of() : row.shown(),
            first ? "" : base64(Leaf.part(row, false)),
            base64(line.leaf())),
        Optional.ofNullable(line.place()).flatMap(this::inclusion));
  }

  private Optional<Inclusion> inclusion(long place) {
    return new Checkpoints(jdbc)
        .covering(place)
        .map(
            checkpoint ->
                new Inclusion(
                    place,
                    checkpoint.size(),
                    new Tiles(jdbc)
                        .tree(checkpoint.size()).inclusion(place).stream()
                            .map(LineProofs::base64)
                            .toList(),
                    checkpoint.note().written(),
                    keys));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
