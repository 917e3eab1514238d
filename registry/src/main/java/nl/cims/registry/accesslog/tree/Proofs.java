// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.tree;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/// Checks proofs as whoever does not have the log can (RFC 9162, sections 2.1.3.2 and 2.1.4.2).
public final class Proofs {

  private Proofs() {}

  /// Whether a leaf stands at this place of the tree with this root.
  public static boolean includes(
      byte[] root, long size, long index, byte[] leaf, List<byte[]> path) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    byte[] hash = leaf;
    for (byte[] beside : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = Hash.node(beside, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = Hash.node(hash, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /// Whether the second tree only adds to the first.
  public static boolean continues(
      long oldSize, byte[] oldRoot, long size, byte[] root, List<byte[]> proof) {
    if (oldSize == 0 || oldSize == size) {
      return proof.isEmpty() && (oldSize == 0 || Arrays.equals(oldRoot, root));
    }
    if (oldSize > size || proof.isEmpty()) {
      return false;
    }
    Iterator<byte[]> rest = proof.iterator();
    byte[] first = Long.bitCount(oldSize) == 1 ? oldRoot : rest.next();
    long node = oldSize - 1;
    long last = size - 1;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    byte[] before = first;
    byte[] after = first;
    while (rest.hasNext()) {
      byte[] beside = rest.next();
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        before = Hash.node(beside, before);
        after = Hash.node(beside, after);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        after = Hash.node(after, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(before, oldRoot) && Arrays.equals(after, root);
  }
}
