// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.cims.registry.accesslog.Evidence.KeptCheckpoint;
import nl.cims.registry.accesslog.Evidence.KeptCosignature;
import nl.cims.registry.accesslog.tree.Checkpoint;
import nl.cims.registry.accesslog.tree.Note;
import nl.cims.registry.accesslog.tree.NoteKey;
import org.jspecify.annotations.Nullable;

/// The checkpoints of the register and of its witnesses side by side, by size. Each is checked by
/// itself as it comes along: form, signatures, order.
final class Points implements AutoCloseable {

  /// One source of checkpoints: the register, or a witness.
  private static final class Source {

    private final Optional<NoteKey> witness;
    private final Iterator<Point> rest;
    private @Nullable Point head;

    Source(Optional<NoteKey> witness, Iterator<Point> rest) {
      this.witness = witness;
      this.rest = rest;
      step();
    }

    void step() {
      Point before = head;
      head = rest.hasNext() ? rest.next() : null;
      if (before != null && head != null && head.size() <= before.size()) {
        throw new LogBroken(head.of() + " does not come after the one before it.");
      }
    }
  }

  /// A checkpoint and where it comes from.
  ///
  /// @param of what it is called in a sentence
  /// @param checkpoint what it says
  /// @param at when a witness signed it; for the register's own copy, 1970
  record Point(String of, Checkpoint checkpoint, Instant at) {

    long size() {
      return checkpoint.size();
    }
  }

  private final List<Source> sources = new ArrayList<>();
  private final List<Stream<?>> open = new ArrayList<>();
  private final Evidence evidence;
  private final List<NoteKey> log;
  private final boolean signatures;

  /// @param log the keys of the log, whose name they bear
  /// @param from the size from which on checkpoints are looked at
  /// @param signatures whether signatures are checked
  /// @param testimony whether witnesses are heard
  Points(Evidence evidence, List<NoteKey> log, long from, boolean signatures, boolean testimony) {
    this.evidence = evidence;
    this.log = log;
    this.signatures = signatures;
    if (testimony) {
      evidence.witnesses().forEach(each -> add(Optional.of(each), heard(each, from)));
    }
    add(Optional.empty(), evidence.checkpoints(from).map(this::own));
  }

  private void add(Optional<NoteKey> witness, Stream<Point> points) {
    open.add(points);
    sources.add(new Source(witness, points.iterator()));
  }

  /// The size of the next checkpoint, if there is one.
  Optional<Long> next() {
    return sources.stream()
        .flatMap(source -> Optional.ofNullable(source.head).stream())
        .map(Point::size)
        .min(Long::compare);
  }

  /// Whether a witness saw, before this moment, a checkpoint that is still to come.
  boolean wasSeenBefore(Instant moment) {
    return sources.stream()
        .filter(source -> source.witness.isPresent())
        .flatMap(source -> Optional.ofNullable(source.head).stream())
        .anyMatch(point -> point.at().isBefore(moment));
  }

  /// Compares the tree with what all say of it at this size, and goes on to the next.
  ///
  /// @param agreed the size up to which all agreed with the tree
  void compare(long size, byte[] root, long agreed) {
    boolean kept = false;
    for (Source source : sources) {
      Point point = source.head;
      if (point != null && point.size() == size) {
        if (!Arrays.equals(root, point.checkpoint().root())) {
          throw new LogBroken(
              "%s does not fit the rows: among the rows from %d up to and including %d something was changed, added, removed or put in another order%s."
                  .formatted(point.of(), agreed, size - 1, time(point)));
        }
        kept |= source.witness.isEmpty();
        source.step();
      }
    }
    if (!kept) {
      throw new LogBroken(
          "The checkpoint of %d rows, which a witness keeps, is gone from the register."
              .formatted(size));
    }
  }

  /// Where the log ends before what was said of it.
  LogBroken tooShort(long size, long said) {
    String who =
        sources.stream()
            .flatMap(source -> Optional.ofNullable(source.head).stream())
            .filter(point -> point.size() == said)
            .map(point -> point.of() + time(point))
            .findFirst()
            .orElse("a checkpoint");
    return new LogBroken(
        "Row %d and what follows is gone: the log has %d rows, and %s says %d."
            .formatted(size, size, who, said));
  }

  @Override
  public void close() {
    open.forEach(Stream::close);
  }

  private static String time(Point point) {
    return point.at().equals(Instant.EPOCH) ? "" : " (signed " + point.at() + ")";
  }

  private Point own(KeptCheckpoint kept) {
    String name = "The checkpoint of %d rows in the register".formatted(kept.size());
    Note note = Note.parse(kept.note()).orElseThrow(() -> new LogBroken(name + " cannot be read."));
    Point point = point(name, note, Instant.EPOCH);
    if (point.size() != kept.size()) {
      throw new LogBroken("%s says %d.".formatted(name, point.size()));
    }
    if (signatures) {
      if (log.stream().noneMatch(key -> key.signed(note).isPresent())) {
        throw new LogBroken(name + " is not signed with a key of the log.");
      }
      kept.cosignatures().forEach(line -> checkCosignature(name, note.text(), line));
    }
    return point;
  }

  private void checkCosignature(String name, String text, KeptCosignature kept) {
    Note signed = new Note(text, List.of(kept.line()));
    if (evidence.witnesses().stream()
        .filter(key -> key.name().equals(kept.witness()))
        .noneMatch(key -> key.signed(signed).isPresent())) {
      throw new LogBroken(
          "%s bears a signature of witness %s that is not its own."
              .formatted(name, kept.witness()));
    }
  }

  /// A witness signs only what it found signed by the log.
  private Stream<Point> heard(NoteKey key, long from) {
    String name = "the copy of witness %s".formatted(key.name());
    Stream<Note> seen = evidence.seenBy(key);
    open.add(seen);
    return seen.map(
            note -> {
              Instant at =
                  key.signed(note)
                      .orElseThrow(
                          () -> new LogBroken("A checkpoint in " + name + " is not signed by it."));
              return point("The checkpoint in " + name, note, at);
            })
        .dropWhile(point -> point.size() < from);
  }

  private Point point(String name, Note note, Instant at) {
    Checkpoint checkpoint =
        Checkpoint.of(note).orElseThrow(() -> new LogBroken(name + " cannot be read."));
    if (log.stream().noneMatch(key -> key.name().equals(checkpoint.origin()))) {
      throw new LogBroken(name + " is about another log.");
    }
    return new Point(name, checkpoint, at);
  }
}
