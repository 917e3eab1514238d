// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.tree;

/// Where the hashes of complete subtrees come from.
public interface Nodes {

  /// The hash of a complete subtree.
  ///
  /// @param height of it: it has two to this power leaves
  /// @param index how many such subtrees stand before it
  byte[] node(int height, long index);
}
