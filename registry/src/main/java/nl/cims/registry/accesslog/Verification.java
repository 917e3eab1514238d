// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import nl.cims.registry.accesslog.Evidence.Kept;
import nl.cims.registry.accesslog.Evidence.KeptTile;
import nl.cims.registry.accesslog.tree.Edge;
import nl.cims.registry.accesslog.tree.Hash;
import nl.cims.registry.accesslog.tree.MerkleTree;
import nl.cims.registry.accesslog.tree.NoteKey;
import nl.cims.registry.accesslog.tree.Tile;

/// Works out anew, from what the rows say, everything that the log claims about itself, and
/// compares it with what is kept: leaf hashes, places, tiles, checkpoints, signatures, and what the
/// witnesses have. Reads each row once and keeps nothing but the right edge of the tree. Stops at
/// the first thing that is wrong.
///
/// A row that is gone is accepted where its time to be kept is over: where a witness signed a
/// checkpoint that covers it before that moment. Its leaf hash is still in the tree.
final class Verification {

  /// What is looked at.
  enum Check {
    /// What a row says against its leaf hash.
    CONTENT,
    /// The rows against the tree as it is kept.
    TILES,
    /// Signatures of the log and of witnesses.
    SIGNATURES,
    /// What witnesses have kept.
    WITNESSES
  }

  private static final int TELL_EVERY = 100_000;

  private final Evidence evidence;
  private final List<NoteKey> log;
  private final Instant keptSince;
  private final Set<Check> checks;
  private final LongConsumer progress;

  private final Map<Integer, List<byte[]>> rows = new TreeMap<>();
  private Optional<KeptTile> tile = Optional.empty();
  private Edge edge = new Edge();
  private long agreed;

  /// @param log the keys of the log
  /// @param keptSince rows from before this moment may be gone
  /// @param checks what is looked at
  /// @param progress is told now and then how many rows are done
  Verification(
      Evidence evidence,
      List<NoteKey> log,
      Instant keptSince,
      Set<Check> checks,
      LongConsumer progress) {
    this.evidence = evidence;
    this.log = log;
    this.keptSince = keptSince;
    this.checks = checks;
    this.progress = progress;
  }

  /// Checks the log from a place on; what stands before it is taken from the tree.
  ///
  /// @return how many leaves the log has
  /// @throws LogBroken if something is wrong
  long run(long from) {
    long start = from - from % Tile.WIDTH;
    edge = Edge.of(new MerkleTree(this::keptNode, start));
    agreed = start;
    try (Points points =
            new Points(
                evidence,
                log,
                start,
                checks.contains(Check.SIGNATURES),
                checks.contains(Check.WITNESSES));
        Stream<Kept> rows = evidence.rows(start)) {
      compare(points);
      rows.forEach(row -> take(row, points));
      for (Optional<Long> said = points.next(); said.isPresent(); said = points.next()) {
        if (!isOver(points)) {
          throw points.tooShort(edge.size(), said.get());
        }
        addWithoutRow(points);
      }
    }
    countTiles();
    try (Stream<Kept> waiting = evidence.waiting()) {
      waiting.forEach(this::checkContent);
    }
    return edge.size();
  }

  private void take(Kept row, Points points) {
    if (row.place() < edge.size()) {
      throw LogBroken.row(row, "stands at a place that another row has.");
    }
    while (edge.size() < row.place()) {
      if (!isOver(points)) {
        throw new LogBroken(
            "Row %d is gone; the next that is there is row %d (id %s, of %s)."
                .formatted(edge.size(), row.place(), row.row().id(), row.row().at()));
      }
      addWithoutRow(points);
    }
    checkContent(row);
    beginTile();
    int within = (int) (row.place() % Tile.WIDTH);
    tile.ifPresent(
        kept -> {
          if (checks.contains(Check.TILES)
              && !Arrays.equals(kept.tile().hash(within), row.leaf())) {
            throw LogBroken.row(row, "is not the row that stood at this place of the tree.");
          }
        });
    add(row.leaf(), points);
  }

  private void checkContent(Kept row) {
    if (checks.contains(Check.CONTENT) && !Arrays.equals(Leaf.of(row.row()), row.leaf())) {
      throw LogBroken.row(row, "was changed: what it says does not fit its leaf hash.");
    }
  }

  private boolean isOver(Points points) {
    return points.wasSeenBefore(keptSince);
  }

  private void addWithoutRow(Points points) {
    beginTile();
    long place = edge.size();
    byte[] leaf =
        tile.orElseThrow(
                () -> new LogBroken("Row %d is gone, and its leaf hash too.".formatted(place)))
            .tile()
            .hash((int) (place % Tile.WIDTH));
    add(leaf, points);
  }

  private void beginTile() {
    if (edge.size() % Tile.WIDTH == 0) {
      tile = evidence.tile(0, edge.size() / Tile.WIDTH);
    }
  }

  private void add(byte[] leaf, Points points) {
    edge.add(leaf);
    grow(0, edge.size() - 1, leaf);
    compare(points);
    if (edge.size() % TELL_EVERY == 0) {
      progress.accept(edge.size());
    }
  }

  private void compare(Points points) {
    if (points.next().filter(size -> size == edge.size()).isPresent()) {
      points.compare(edge.size(), edge.root(), agreed);
      agreed = edge.size();
    }
  }

  /// Builds the tiles beside those that are kept.
  private void grow(int level, long index, byte[] hash) {
    if (index % Tile.WIDTH == 0) {
      rows.put(level, new ArrayList<>());
    }
    List<byte[]> row = rows.get(level);
    if (row == null) {
      return;
    }
    row.add(hash);
    if (row.size() == Tile.WIDTH) {
      Tile full = Tile.of(level, index / Tile.WIDTH, row);
      byte[] root = full.root();
      if (checks.contains(Check.TILES)) {
        compare(full, root);
      }
      grow(level + 1, full.number(), root);
    }
  }

  private void compare(Tile full, byte[] root) {
    KeptTile kept =
        evidence
            .tile(full.level(), full.number())
            .orElseThrow(() -> new LogBroken(name(full) + " is gone."));
    if (!Arrays.equals(kept.tile().hashes(), full.hashes()) || !Arrays.equals(kept.root(), root)) {
      throw new LogBroken(name(full) + " does not fit the rows below it.");
    }
  }

  private void countTiles() {
    if (!checks.contains(Check.TILES)) {
      return;
    }
    long full = edge.size();
    for (int level = 0; level < 8; level++) {
      full >>= Tile.HEIGHT;
      if (evidence.tiles(level) != full) {
        throw new LogBroken(
            "The tree has %d full tiles of level %d, and the rows make %d."
                .formatted(evidence.tiles(level), level, full));
      }
    }
  }

  private byte[] keptNode(int height, long index) {
    int level = height / Tile.HEIGHT;
    int within = height % Tile.HEIGHT;
    long first = index << within;
    long number = first >> Tile.HEIGHT;
    Optional<KeptTile> full = evidence.tile(level, number);
    if (full.isPresent()) {
      return full.get().tile().above((int) (first % Tile.WIDTH), within);
    }
    if (level == 0) {
      throw new LogBroken("Tile %d of level 0 of the tree is gone.".formatted(number));
    }
    return within == 0
        ? evidence
            .tile(level - 1, first)
            .orElseThrow(
                () ->
                    new LogBroken(
                        "Tile %d of level %d of the tree is gone.".formatted(first, level - 1)))
            .root()
        : Hash.node(keptNode(height - 1, index * 2), keptNode(height - 1, index * 2 + 1));
  }

  private static String name(Tile tile) {
    long width = 1L << (Tile.HEIGHT * (tile.level() + 1));
    return "The tile of level %d over the rows from %d up to and including %d"
        .formatted(tile.level(), tile.number() * width, (tile.number() + 1) * width - 1);
  }
}
