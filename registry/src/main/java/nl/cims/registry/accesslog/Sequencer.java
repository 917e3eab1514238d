// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.cims.registry.accesslog.Checkpoints.Published;
import nl.cims.registry.accesslog.witness.Witness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Gives new rows of the log their place in the tree, signs how the tree stands, and shows that to
/// the witnesses. Three steps, each committed before the next: what is signed is on disk, and what
/// a witness sees was published.
@Component
class Sequencer {

  private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);
  private static final int AT_ONCE = 2_000;

  private static final String REFUSES =
      "refuses what the access log says: the log was changed, or set back to an earlier state";

  private static final String SIZE = "SELECT coalesce(max(seq) + 1, 0) FROM accesslog.entry";

  // Not by a watermark: a row that commits late would be passed over.
  private static final String PLACE =
      """
      WITH waiting AS (
        SELECT id, at FROM accesslog.entry WHERE seq IS NULL ORDER BY at, id LIMIT %d
      ), placed AS (
        SELECT id, at, ? + row_number() OVER (ORDER BY at, id) - 1 AS seq FROM waiting
      ), done AS (
        UPDATE accesslog.entry AS entry SET seq = placed.seq FROM placed
        WHERE entry.id = placed.id AND entry.at = placed.at
        RETURNING entry.seq, entry.leaf
      )
      SELECT leaf FROM done ORDER BY seq
      """
          .formatted(AT_ONCE);

  private final SequencerConnection database;
  private final LogKeys keys;
  private final Witnesses witnesses;
  private final Set<String> silent = new HashSet<>();

  Sequencer(SequencerConnection database, LogKeys keys, Witnesses witnesses) {
    this.database = database;
    this.keys = keys;
    this.witnesses = witnesses;
  }

  @Scheduled(fixedDelayString = "${cims.accesslog.pause:500ms}")
  void work() {
    try {
      while (database.lead(Sequencer::place).orElse(0) == AT_ONCE) {
        publish();
      }
      publish();
    } catch (DataAccessException | TransactionException away) {
      LOG.warn("the access log waits for its database: {}", away.getClass().getSimpleName());
    }
  }

  /// @return how many rows got their place
  static int place(JdbcClient jdbc) {
    long size = size(jdbc);
    List<byte[]> leaves = jdbc.sql(PLACE).param(size).query((row, n) -> row.getBytes(1)).list();
    new Tiles(jdbc).grow(size, leaves);
    return leaves.size();
  }

  private void publish() {
    Optional<Published> last = database.lead(this::sign).flatMap(signed -> signed);
    last.ifPresent(
        checkpoint ->
            witnesses.all().stream()
                .filter(each -> each.size() != checkpoint.size())
                .forEach(this::show));
  }

  private Optional<Published> sign(JdbcClient jdbc) {
    Checkpoints checkpoints = new Checkpoints(jdbc);
    Optional<Published> last = checkpoints.last();
    long size = size(jdbc);
    if (size <= last.map(Published::size).orElse(0L)) {
      return last;
    }
    Published next = new Published(size, keys.sign(size, new Tiles(jdbc).tree(size).root()));
    checkpoints.add(size, next.note());
    return Optional.of(next);
  }

  private void show(Witness witness) {
    String name = witness.key().name();
    try {
      Optional<Boolean> seen = database.lead(jdbc -> show(jdbc, witness));
      seen.ifPresent(signed -> say(name, signed, REFUSES));
    } catch (UncheckedIOException away) {
      say(name, false, "cannot be reached");
    }
  }

  /// Shows what is the last checkpoint now: another register may have gone on meanwhile.
  private static boolean show(JdbcClient jdbc, Witness witness) {
    Checkpoints checkpoints = new Checkpoints(jdbc);
    Published last = checkpoints.last().orElseThrow();
    long before = witness.size();
    if (before >= last.size()) {
      return before == last.size();
    }
    Optional<String> line =
        witness.see(last.note(), new Tiles(jdbc).tree(last.size()).consistency(before));
    line.ifPresent(signed -> checkpoints.cosign(last.size(), witness.key().name(), signed));
    return line.isPresent();
  }

  private void say(String witness, boolean well, String what) {
    if (well) {
      silent.remove(witness);
    } else if (silent.add(witness)) {
      LOG.error("witness {} {}", witness, what);
    }
  }

  private static long size(JdbcClient jdbc) {
    return jdbc.sql(SIZE).query(Long.class).single();
  }
}
