// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.tree;

import java.util.ArrayList;
import java.util.List;

/// The tree over the first leaves of a log, with its root and proofs (RFC 6962, sections 2.1, 2.1.1
/// and 2.1.2).
///
/// @param nodes hashes of its complete subtrees
/// @param size how many leaves
public record MerkleTree(Nodes nodes, long size) {

  /// The root. Of no leaves it is the hash of nothing.
  public byte[] root() {
    return size == 0 ? Hash.sha256() : hash(0, size);
  }

  /// The hashes beside the way from a leaf to the root, from the leaf up.
  public List<byte[]> inclusion(long index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf %d in a tree of %d".formatted(index, size));
    }
    List<byte[]> path = new ArrayList<>();
    inclusion(index, 0, size, path);
    return path;
  }

  /// The hashes by which the root of the first `old` leaves and this root are shown to belong to one
  /// log that was only added to.
  public List<byte[]> consistency(long old) {
    if (old < 0 || old > size) {
      throw new IllegalArgumentException("no tree of %d in one of %d".formatted(old, size));
    }
    List<byte[]> proof = new ArrayList<>();
    if (old > 0 && old < size) {
      consistency(old, 0, size, true, proof);
    }
    return proof;
  }

  private void inclusion(long index, long from, long until, List<byte[]> path) {
    if (until - from == 1) {
      return;
    }
    long middle = from + split(until - from);
    if (index < middle) {
      inclusion(index, from, middle, path);
      path.add(hash(middle, until));
    } else {
      inclusion(index, middle, until, path);
      path.add(hash(from, middle));
    }
  }

  private void consistency(long old, long from, long until, boolean known, List<byte[]> proof) {
    if (old == until) {
      if (!known) {
        proof.add(hash(from, until));
      }
      return;
    }
    long middle = from + split(until - from);
    if (old <= middle) {
      consistency(old, from, middle, known, proof);
      proof.add(hash(middle, until));
    } else {
      consistency(old, middle, until, false, proof);
      proof.add(hash(from, middle));
    }
  }

  private byte[] hash(long from, long until) {
    long width = until - from;
    if (Long.bitCount(width) == 1) {
      return nodes.node(Long.numberOfTrailingZeros(width), from / width);
    }
    long middle = from + split(width);
    return Hash.node(hash(from, middle), hash(middle, until));
  }

  /// The largest power of two below this width.
  private static long split(long width) {
    return Long.highestOneBit(width - 1);
  }
}
