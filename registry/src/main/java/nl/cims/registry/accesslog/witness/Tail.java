// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.witness;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.cims.registry.accesslog.tree.Note;

/// The end of a witness's file, however long the file is. A record ends with an empty line after a
/// line with a signature.
///
/// @param last the last record that was written to its end
/// @param end where it ends; what stands behind it was broken off
record Tail(Optional<Note> last, long end) {

  private static final int LONGEST = 64 * 1024;

  static Tail of(Path path) throws IOException {
    if (!Files.exists(path)) {
      return new Tail(Optional.empty(), 0);
    }
    try (FileChannel file = FileChannel.open(path)) {
      int length = (int) Math.min(file.size(), LONGEST);
      long start = file.size() - length;
      ByteBuffer bytes = ByteBuffer.allocate(length);
      while (bytes.hasRemaining() && file.read(bytes, start + bytes.position()) >= 0) {
        // reads on
      }
      // One character a byte, so that places in the text are places in the file.
      String text = new String(bytes.array(), StandardCharsets.ISO_8859_1);
      int end = endBefore(text, text.length());
      if (end == 0 && start > 0) {
        throw new IOException("a witness's file does not end in checkpoints");
      }
      int begin = endBefore(text, end - 1);
      String record = text.substring(begin, Math.max(begin, end - 1));
      return new Tail(
          Note.parse(
              new String(record.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)),
          start + end);
    }
  }

  /// Where the last record ends that ends at this place or before it; 0 if none does.
  private static int endBefore(String text, int place) {
    String dash =
        new String("\u2014 ".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    for (int end = place; end > 1; end--) {
      if (text.startsWith("\n\n", end - 2)
          && text.startsWith(dash, text.lastIndexOf('\n', end - 3) + 1)) {
        return end;
      }
    }
    return 0;
  }
}
