// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A text with lines of signatures below it (C2SP signed-note).
///
/// @param text with its last line end
/// @param signatures a line each, without line end
public record Note(String text, List<String> signatures) {

  static final String DASH = "\u2014 ";

  public Note {
    signatures = List.copyOf(signatures);
  }

  /// The note that is written like this, if it is one.
  public static Optional<Note> parse(String written) {
    int middle = written.lastIndexOf("\n\n");
    if (middle < 0 || !written.endsWith("\n")) {
      return Optional.empty();
    }
    List<String> lines = written.substring(middle + 2).lines().toList();
    return !lines.isEmpty() && lines.stream().allMatch(line -> line.startsWith(DASH))
        ? Optional.of(new Note(written.substring(0, middle + 1), lines))
        : Optional.empty();
  }

  /// The same with one more signature.
  public Note with(String signature) {
    List<String> more = new ArrayList<>(signatures);
    more.add(signature);
    return new Note(text, more);
  }

  /// How it is written.
  public String written() {
    return text + "\n" + String.join("\n", signatures) + "\n";
  }
}
