// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The tree against RFC 6962: known roots, and every proof of every tree up to some size.
class MerkleTreeTest {

  private static final int MOST = 70;

  /// The leaves and roots with which implementations of Certificate Transparency are tested.
  private static final String[] CONTENTS = {
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f"
  };

  @Test
  void hasTheRootsThatOthersPublished() {
    Edge edge = new Edge();
    assertThat(hex(edge.root()))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    for (String content : CONTENTS) {
      edge.add(Hash.leaf(HexFormat.of().parseHex(content)));
      if (edge.size() == 1) {
        assertThat(hex(edge.root()))
            .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
      }
    }
    assertThat(hex(edge.root()))
        .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  }

  @Test
  void growsToTheSameRootAsTheWholeTree() {
    Edge edge = new Edge();
    for (int size = 0; size < MOST; size++) {
      assertThat(edge.root()).isEqualTo(tree(size).root());
      assertThat(Edge.of(tree(size)).root()).isEqualTo(edge.root());
      edge.add(leaf(size));
    }
  }

  @Test
  void provesEveryLeafAtItsPlaceAndNowhereElse() {
    for (int size = 1; size < MOST; size++) {
      byte[] root = tree(size).root();
      for (int index = 0; index < size; index++) {
        List<byte[]> path = tree(size).inclusion(index);
        assertThat(Proofs.includes(root, size, index, leaf(index), path)).isTrue();
        assertThat(Proofs.includes(root, size, index, leaf(index + 1), path)).isFalse();
        assertThat(Proofs.includes(root, size, (index + 1) % (size + 1), leaf(index), path))
            .isFalse();
        if (!path.isEmpty()) {
          assertThat(
                  Proofs.includes(root, size, index, leaf(index), path.subList(0, path.size() - 1)))
              .isFalse();
        }
      }
    }
  }

  @Test
  void provesThatEveryTreeContinuesEverySmallerOneAndNoOther() {
    for (int size = 1; size < MOST; size++) {
      byte[] root = tree(size).root();
      for (int old = 1; old <= size; old++) {
        byte[] before = tree(old).root();
        List<byte[]> proof = tree(size).consistency(old);
        assertThat(Proofs.continues(old, before, size, root, proof)).isTrue();
        assertThat(Proofs.continues(old, leaf(1000), size, root, proof)).isFalse();
        assertThat(Proofs.continues(old, before, size, leaf(1000), proof)).isFalse();
      }
    }
  }

  @Test
  void readsTilesAsThePiecesOfTheTreeTheyAre() {
    List<byte[]> leaves = new ArrayList<>();
    for (int i = 0; i < Tile.WIDTH; i++) {
      leaves.add(leaf(i));
    }
    Tile tile = Tile.of(0, 0, leaves);
    assertThat(tile.root()).isEqualTo(tree(Tile.WIDTH).root());
    assertThat(tile.above(8, 3)).isEqualTo(tree(Tile.WIDTH).nodes().node(3, 1));
  }

  private static MerkleTree tree(long size) {
    return new MerkleTree(MerkleTreeTest::node, size);
  }

  private static byte[] node(int height, long index) {
    return height == 0
        ? leaf(index)
        : Hash.node(node(height - 1, index * 2), node(height - 1, index * 2 + 1));
  }

  private static byte[] leaf(long index) {
    return Hash.leaf(Long.toString(index).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
