// SPDX-License-Identifier: EUPL-1.2
package nl.cims.contracts.citizen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The proof that a line about a citizen stands in a published checkpoint of the access log, so
/// that nobody can change or remove it unseen (RFC 6962). How to check it by hand is written in
/// `docs/couplings/access-log-proof.md`.
///
/// @param line which line
/// @param leaf how its leaf hash is computed
/// @param inclusion where it stands; empty if it is not yet in a checkpoint, which takes seconds
public record AccessLogProof(UUID line, Leaf leaf, Optional<Inclusion> inclusion) {

  /// Where the portal asks for it, below the gateway's address, with the line's id for `{id}`. A
  /// line that is not about the citizen is not found.
  public static final String PATH = AccessLogView.PATH + "/{id}/proof";

  /// Where the portal asks for the proof of this line.
  public static String path(UUID line) {
    return PATH.replace("{id}", line.toString());
  }

  /// What goes into the leaf hash. Names of employees and what identifies somebody are in it as one
  /// hash.
  ///
  /// @param version of the canonical bytes; of version 1 only the hash is given
  /// @param shown the columns that the citizen may see, in their order, as they enter the hash
  /// @param hidden SHA-256 over the canonical bytes of the others, in base64; empty in version 1
  /// @param hash the leaf hash, in base64
  public record Leaf(int version, Map<String, String> shown, String hidden, String hash) {}

  /// Where a line stands.
  ///
  /// @param index its place, from 0
  /// @param size of the tree that the checkpoint is about
  /// @param path the hashes beside the way to the root, from the leaf up, in base64
  /// @param checkpoint a signed note (C2SP tlog-checkpoint), with cosignatures of witnesses
  /// @param keys the public keys of the log and the witnesses, as note verifier keys
  public record Inclusion(
      long index, long size, List<String> path, String checkpoint, List<String> keys) {

    public Inclusion {
      path = List.copyOf(path);
      keys = List.copyOf(keys);
    }
  }
}
