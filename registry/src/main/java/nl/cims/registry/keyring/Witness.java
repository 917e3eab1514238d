// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.keyring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// What stands outside both databases: a line per destruction, `number id moment`, which says whose
/// key may never come back, and nothing about him.
final class Witness {

  private final Path file;

  Witness(Path file) {
    this.file = file;
  }

  /// The destructions with a higher number than this.
  List<Destruction> after(long generation) {
    try {
      if (!Files.exists(file)) {
        return List.of();
      }
      // A line that broke off has no effect: its destruction was never answered.
      String text = Files.readString(file);
      return text.substring(0, text.lastIndexOf('\n') + 1)
          .lines()
          .map(Destruction::parse)
          .filter(each -> each.generation() > generation)
          .distinct()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the keyring's witness cannot be read", unreadable);
    }
  }

  long last() {
    return after(0).stream().mapToLong(Destruction::generation).max().orElse(0);
  }

  /// Adds a line; it is on disk when this returns.
  void write(Destruction destruction) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.position(endOfLines(channel));
      ByteBuffer bytes = StandardCharsets.US_ASCII.encode(destruction.line() + "\n");
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.truncate(channel.position());
      channel.force(true);
    } catch (IOException failed) {
      throw new UncheckedIOException("the keyring's witness cannot be written", failed);
    }
  }

  /// After the last whole line.
  private static long endOfLines(FileChannel channel) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long at = channel.size(); at > 0; at--) {
      one.clear();
      channel.read(one, at - 1);
      if (one.get(0) == '\n') {
        return at;
      }
    }
    return 0;
  }
}
