// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.registry.accesslog.tree.Note;
import nl.cims.registry.accesslog.tree.NoteKey;
import nl.cims.registry.accesslog.tree.Tile;

/// What there is to judge a log by: its rows, its tree, its checkpoints, and what witnesses kept of
/// them. Streams are to be closed; what they hold is read as it is needed.
interface Evidence {

  /// A row with its leaf hash as it is kept.
  ///
  /// @param place in the tree; negative if it has none yet
  record Kept(long place, byte[] leaf, Row row) {}

  /// A tile with the root as it is kept.
  record KeptTile(Tile tile, byte[] root) {}

  /// A checkpoint as the register keeps it.
  ///
  /// @param size under which it is kept
  /// @param note as it is written
  /// @param cosignatures of witnesses
  record KeptCheckpoint(long size, String note, List<KeptCosignature> cosignatures) {}

  /// A signature of a witness as the register keeps it.
  record KeptCosignature(String witness, String line) {}

  /// The rows that have a place, in its order, from this one on.
  Stream<Kept> rows(long from);

  /// The rows that have none yet.
  Stream<Kept> waiting();

  /// A full tile.
  Optional<KeptTile> tile(int level, long number);

  /// How many full tiles there are of a level.
  long tiles(int level);

  /// The checkpoints by size, from this one on.
  Stream<KeptCheckpoint> checkpoints(long from);

  /// The public keys of the witnesses.
  List<NoteKey> witnesses();

  /// What a witness saw and signed, oldest first.
  Stream<Note> seenBy(NoteKey witness);
}
