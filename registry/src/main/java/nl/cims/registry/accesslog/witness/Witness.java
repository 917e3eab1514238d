// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.witness;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.registry.accesslog.tree.Note;
import nl.cims.registry.accesslog.tree.NoteKey;

/// Somebody outside the reach of those who own the database, who remembers what the log said of
/// itself and signs that each checkpoint only adds to the one before. It never forgets and never
/// signs two logs under one name.
public interface Witness {

  /// The public half of the key with which it signs.
  NoteKey key();

  /// How many leaves the log had when this witness last saw it; 0 if it never did.
  long size();

  /// Shows it a checkpoint.
  ///
  /// @param checkpoint signed by the log
  /// @param proof that it adds to the checkpoint of [#size] leaves
  /// @return its signature line, once the checkpoint is kept; empty if it refuses, because the
  ///   checkpoint is not signed by the log it knows or does not continue what it saw
  Optional<String> see(Note checkpoint, List<byte[]> proof);

  /// All that it saw and signed, oldest first. To be closed.
  Stream<Note> seen();
}
