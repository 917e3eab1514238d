// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.registry.accesslog.tree.Checkpoint;
import nl.cims.registry.accesslog.tree.Note;
import nl.cims.registry.accesslog.tree.NoteKey;
import nl.cims.registry.accesslog.tree.Proofs;

/// A witness that is a directory: `checkpoints`, to which signed notes are appended with an empty
/// line after each; its own key; and `log`, the public keys of the log that it trusts, written down
/// when it first met that log. Meant for a volume of its own that can only be appended to.
public final class FileWitness implements Witness {

  private final Path checkpoints;
  private final Path trusted;
  private final WitnessKey key;
  private final Clock clock;

  /// @param name under which it signs
  /// @param directory where it keeps everything; made if it is not there
  /// @param log the keys of the log, trusted if it knows none yet
  public FileWitness(String name, Path directory, List<NoteKey> log, Clock clock) {
    this.checkpoints = directory.resolve("checkpoints");
    this.trusted = directory.resolve("log");
    this.clock = clock;
    try {
      Files.createDirectories(directory);
      this.key = WitnessKey.in(directory, name);
      if (!Files.exists(trusted)) {
        Files.write(trusted, log.stream().map(NoteKey::text).toList());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("a witness of the access log cannot work", failed);
    }
  }

  @Override
  public NoteKey key() {
    return key.open();
  }

  @Override
  public long size() {
    return last().map(Checkpoint::size).orElse(0L);
  }

  @Override
  public synchronized Optional<String> see(Note note, List<byte[]> proof) {
    Optional<Checkpoint> checkpoint = Checkpoint.of(note).filter(next -> continues(next, proof));
    if (checkpoint.isEmpty() || !isOfTheLog(note)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    String line = key.open().line(now, key.sign(key.open().message(note.text(), now)));
    append(note.with(line).written() + "\n");
    return Optional.of(line);
  }

  @Override
  public Stream<Note> seen() {
    if (!Files.exists(checkpoints)) {
      return Stream.empty();
    }
    try {
      BufferedReader reader = Files.newBufferedReader(checkpoints);
      return Stream.generate(() -> next(reader))
          .takeWhile(Optional::isPresent)
          .map(Optional::get)
          .onClose(() -> close(reader));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private boolean continues(Checkpoint next, List<byte[]> proof) {
    return last()
        .map(
            before ->
                next.size() > before.size()
                    && next.origin().equals(before.origin())
                    && Proofs.continues(
                        before.size(), before.root(), next.size(), next.root(), proof))
        .orElse(next.size() > 0);
  }

  /// What it saw last: read anew each time, since another register may have shown it something.
  private Optional<Checkpoint> last() {
    try {
      return Tail.of(checkpoints).last().flatMap(Checkpoint::of);
    } catch (IOException failed) {
      throw new UncheckedIOException("a witness of the access log cannot be read", failed);
    }
  }

  private boolean isOfTheLog(Note note) {
    try {
      return Files.readAllLines(trusted).stream()
          .filter(line -> !line.isBlank())
          .map(NoteKey::parse)
          .anyMatch(known -> known.signed(note).isPresent());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void append(String record) {
    try (FileChannel file =
        FileChannel.open(
            checkpoints,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND)) {
      // A record that was not written to its end was not answered either.
      long end = Tail.of(checkpoints).end();
      if (end < file.size()) {
        file.truncate(end);
      }
      ByteBuffer bytes = ByteBuffer.wrap(record.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    } catch (IOException failed) {
      throw new UncheckedIOException("a witness of the access log cannot write", failed);
    }
  }

  private static Optional<Note> next(BufferedReader reader) {
    try {
      StringBuilder record = new StringBuilder();
      for (int empty = 0; empty < 2; ) {
        String line = reader.readLine();
        if (line == null) {
          return Optional.empty();
        }
        empty += line.isEmpty() ? 1 : 0;
        record.append(line).append('\n');
      }
      return Note.parse(record.substring(0, record.length() - 1))
          .or(() -> Optional.of(new Note("unreadable\n", List.of())));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
