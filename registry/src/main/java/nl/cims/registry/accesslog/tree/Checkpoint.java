// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.tree;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What the log says of itself at one moment: how many leaves it has and the root above them (C2SP
/// tlog-checkpoint).
///
/// @param origin the name of the log
/// @param size how many leaves
/// @param root the root above them
public record Checkpoint(String origin, long size, byte[] root) {

  /// The text of its note.
  public String text() {
    return "%s\n%d\n%s\n".formatted(origin, size, Base64.getEncoder().encodeToString(root));
  }

  /// The checkpoint that a note holds, if it holds one and nothing more.
  public static Optional<Checkpoint> of(Note note) {
    List<String> lines = note.text().lines().toList();
    if (lines.size() != 3 || !lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    try {
      Checkpoint read =
          new Checkpoint(
              lines.get(0), Long.parseLong(lines.get(1)), Base64.getDecoder().decode(lines.get(2)));
      return read.text().equals(note.text()) && read.root.length == Hash.LENGTH
          ? Optional.of(read)
          : Optional.empty();
    } catch (IllegalArgumentException noRoot) {
      return Optional.empty();
    }
  }
}
