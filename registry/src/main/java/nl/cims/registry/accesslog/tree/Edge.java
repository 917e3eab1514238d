// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// The right edge of a growing tree: what is needed to add leaves and to know the root, and no more.
/// Its size grows with the logarithm of the leaves.
public final class Edge {

  private final Deque<byte[]> subtrees = new ArrayDeque<>();
  private long size;

  /// The edge of a tree that is there already.
  public static Edge of(MerkleTree tree) {
    Edge edge = new Edge();
    edge.size = tree.size();
    long before = 0;
    for (int height = 62; height >= 0; height--) {
      long width = 1L << height;
      if ((tree.size() & width) != 0) {
        edge.subtrees.push(tree.nodes().node(height, before / width));
        before += width;
      }
    }
    return edge;
  }

  /// How many leaves it has.
  public long size() {
    return size;
  }

  /// Adds a leaf.
  public void add(byte[] leaf) {
    byte[] hash = leaf;
    for (long full = size; (full & 1) == 1; full >>= 1) {
      hash = Hash.node(subtrees.pop(), hash);
    }
    subtrees.push(hash);
    size++;
  }

  /// The root of the tree so far.
  public byte[] root() {
    Iterator<byte[]> fromTheRight = subtrees.iterator();
    if (!fromTheRight.hasNext()) {
      return Hash.sha256();
    }
    byte[] hash = fromTheRight.next();
    while (fromTheRight.hasNext()) {
      hash = Hash.node(fromTheRight.next(), hash);
    }
    return hash;
  }
}
