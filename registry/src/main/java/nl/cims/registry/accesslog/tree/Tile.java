// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A piece of the tree that is eight levels high: 256 hashes side by side and the root above them.
/// Tiles of level 0 hold leaves; those of the next level hold the roots of the ones below.
///
/// @param level counted from the leaves
/// @param number how many tiles of its level stand before it
/// @param hashes from left to right, 32 bytes each; 256 of them if it is full
public record Tile(int level, long number, byte[] hashes) {

  /// How many levels it is high.
  public static final int HEIGHT = 8;

  /// How many hashes a full one has.
  public static final int WIDTH = 1 << HEIGHT;

  /// A tile of these hashes.
  public static Tile of(int level, long number, List<byte[]> hashes) {
    byte[] together = new byte[hashes.size() * Hash.LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i), 0, together, i * Hash.LENGTH, Hash.LENGTH);
    }
    return new Tile(level, number, together);
  }

  /// How many hashes it has.
  public int width() {
    return hashes.length / Hash.LENGTH;
  }

  /// One of its hashes.
  public byte[] hash(int place) {
    return Arrays.copyOfRange(hashes, place * Hash.LENGTH, (place + 1) * Hash.LENGTH);
  }

  /// The root above all of it; it must be full.
  public byte[] root() {
    return above(0, HEIGHT);
  }

  /// The root above some of its hashes.
  ///
  /// @param from the first of them
  /// @param height two to this power are taken
  public byte[] above(int from, int height) {
    List<byte[]> row = new ArrayList<>();
    for (int i = 0; i < 1 << height; i++) {
      row.add(hash(from + i));
    }
    while (row.size() > 1) {
      List<byte[]> next = new ArrayList<>(row.size() / 2);
      for (int i = 0; i < row.size(); i += 2) {
        next.add(Hash.node(row.get(i), row.get(i + 1)));
      }
      row = next;
    }
    return row.getFirst();
  }
}
