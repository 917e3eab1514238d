// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.cims.registry.accesslog.tree.MerkleTree;
import nl.cims.registry.accesslog.tree.Nodes;
import nl.cims.registry.accesslog.tree.Tile;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tree as the database keeps it: full tiles as they are, and what stands to the right of them
/// from the rows and from the roots of the tiles below.
final class Tiles {

  private static final String ADD =
      "INSERT INTO accesslog.tile (level, number, root, hashes) VALUES (?, ?, ?, ?)";

  private static final String FULL =
      "SELECT hashes FROM accesslog.tile WHERE level = ? AND number = ?";

  private static final String ROOTS =
      """
      SELECT root FROM accesslog.tile WHERE level = ? AND number >= ? AND number < ?
      ORDER BY number
      """;

  private static final String LEAVES =
      "SELECT leaf FROM accesslog.entry WHERE seq >= ? AND seq < ? ORDER BY seq";

  private final JdbcClient jdbc;

  Tiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The tree over the first leaves. It remembers what it has read.
  MerkleTree tree(long size) {
    return new MerkleTree(new Remembered(), size);
  }

  /// Keeps the tiles that become full by new leaves.
  ///
  /// @param before how many leaves there were
  /// @param leaves that were added
  void grow(long before, List<byte[]> leaves) {
    List<byte[]> added = leaves;
    long width = before;
    for (int level = 0; !added.isEmpty(); level++) {
      long number = width >> Tile.HEIGHT;
      List<byte[]> row = new ArrayList<>(hashes(level, number << Tile.HEIGHT, width));
      row.addAll(added);
      List<byte[]> roots = new ArrayList<>();
      for (int i = 0; i + Tile.WIDTH <= row.size(); i += Tile.WIDTH) {
        Tile tile = Tile.of(level, number + roots.size(), row.subList(i, i + Tile.WIDTH));
        byte[] root = tile.root();
        jdbc.sql(ADD).params(level, tile.number(), root, tile.hashes()).update();
        roots.add(root);
      }
      added = roots;
      width = number;
    }
  }

  /// Hashes of one level, from one place up to another.
  private List<byte[]> hashes(int level, long from, long until) {
    if (from == until) {
      return List.of();
    }
    JdbcClient.StatementSpec asked =
        level == 0
            ? jdbc.sql(LEAVES).params(from, until)
            : jdbc.sql(ROOTS).params(level - 1, from, until);
    return asked.query((row, n) -> row.getBytes(1)).list();
  }

  private Tile read(int level, long number) {
    long first = number << Tile.HEIGHT;
    return jdbc.sql(FULL)
        .params(level, number)
        .query((row, n) -> row.getBytes(1))
        .optional()
        .map(full -> new Tile(level, number, full))
        .orElseGet(() -> Tile.of(level, number, hashes(level, first, first + Tile.WIDTH)));
  }

  private final class Remembered implements Nodes {

    private final Map<String, Tile> read = new HashMap<>();

    @Override
    public byte[] node(int height, long index) {
      int level = height / Tile.HEIGHT;
      int within = height % Tile.HEIGHT;
      long first = index << within;
      long number = first >> Tile.HEIGHT;
      return read.computeIfAbsent(level + "/" + number, none -> read(level, number))
          .above((int) (first - (number << Tile.HEIGHT)), within);
    }

    private Tile read(int level, long number) {
      return Tiles.this.read(level, number);
    }
  }
}
