// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.cims.registry.accesslog.tree.Checkpoint;
import nl.cims.registry.accesslog.tree.Edge;
import nl.cims.registry.accesslog.tree.Hash;
import nl.cims.registry.accesslog.tree.Note;
import nl.cims.registry.accesslog.tree.NoteKey;
import nl.cims.registry.accesslog.tree.Tile;

/// A whole log in memory, as honest writers would leave it; whoever tampers with it works on a
/// copy. He may change everything but what the witnesses have.
final class GeneratedLog implements Evidence {

  static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
  static final String ORIGIN = "cims/test-log";

  /// A key pair under a name.
  record Signer(NoteKey open, KeyPair pair) {

    static Signer make(String name, NoteKey.Use use) {
      try {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        return new Signer(
            new NoteKey(
                name, use, Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)),
            pair);
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    String sign(String text, Instant at) {
      try {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(open.message(text, at));
        return open.line(at, signature.sign());
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  final Signer key;
  final List<Kept> rows = new ArrayList<>();
  final List<Kept> waiting = new ArrayList<>();
  final Map<String, KeptTile> tiles = new TreeMap<>();
  final NavigableMap<Long, KeptCheckpoint> checkpoints = new TreeMap<>();
  private final Map<NoteKey, List<Note>> testimony;

  private GeneratedLog(Signer key, Map<NoteKey, List<Note>> testimony) {
    this.key = key;
    this.testimony = testimony;
  }

  /// A log with this many rows, checkpoints at these sizes, and some rows that wait.
  static GeneratedLog of(int size, Random random, long... signedAt) {
    List<Signer> witnesses =
        List.of(
            Signer.make("witness.example/one", NoteKey.Use.WITNESS),
            Signer.make("witness.example/two", NoteKey.Use.WITNESS));
    GeneratedLog made =
        new GeneratedLog(Signer.make(ORIGIN, NoteKey.Use.LOG), new LinkedHashMap<>());
    for (int place = 0; place < size + 5; place++) {
      Row row = row(place, random);
      Kept kept = new Kept(place < size ? place : -1, Leaf.of(row), row);
      (place < size ? made.rows : made.waiting).add(kept);
    }
    witnesses.forEach(each -> made.testimony.put(each.open(), new ArrayList<>()));
    made.rebuild();
    for (long at : signedAt) {
      Note note = made.signed(at);
      List<KeptCosignature> lines = new ArrayList<>();
      for (Signer witness : witnesses) {
        String line = witness.sign(note.text(), START.plusSeconds(at));
        lines.add(new KeptCosignature(witness.open().name(), line));
        made.testimony.get(witness.open()).add(note.with(line));
      }
      made.checkpoints.put(at, new KeptCheckpoint(at, note.written(), lines));
    }
    return made;
  }

  /// The same with the same keys and witnesses, to be tampered with.
  GeneratedLog copy() {
    GeneratedLog copy = new GeneratedLog(key, testimony);
    copy.rows.addAll(rows);
    copy.waiting.addAll(waiting);
    copy.tiles.putAll(tiles);
    copy.checkpoints.putAll(checkpoints);
    return copy;
  }

  /// Works out all tiles from the leaf hashes of the rows.
  void rebuild() {
    tiles.clear();
    List<byte[]> hashes = new ArrayList<>(rows.stream().map(Kept::leaf).toList());
    for (int level = 0; hashes.size() >= Tile.WIDTH; level++) {
      List<byte[]> roots = new ArrayList<>();
      for (int i = 0; i + Tile.WIDTH <= hashes.size(); i += Tile.WIDTH) {
        Tile tile = Tile.of(level, roots.size(), hashes.subList(i, i + Tile.WIDTH));
        tiles.put(level + "/" + tile.number(), new KeptTile(tile, tile.root()));
        roots.add(tile.root());
      }
      hashes = roots;
    }
  }

  /// Signs all checkpoints of the register anew, as whoever stole the key of the log can.
  void resign() {
    List<Long> sizes = List.copyOf(checkpoints.keySet());
    checkpoints.clear();
    for (long size : sizes) {
      if (size <= rows.size()) {
        checkpoints.put(size, new KeptCheckpoint(size, signed(size).written(), List.of()));
      }
    }
  }

  /// A checkpoint of the rows as they are.
  Note signed(long size) {
    Edge edge = new Edge();
    rows.stream().limit(size).forEach(row -> edge.add(row.leaf()));
    String text = new Checkpoint(ORIGIN, size, edge.root()).text();
    return new Note(text, List.of(key.sign(text, Instant.EPOCH)));
  }

  /// Gives all rows the place at which they stand in the list.
  void renumber() {
    for (int i = 0; i < rows.size(); i++) {
      rows.set(i, new Kept(i, rows.get(i).leaf(), rows.get(i).row()));
    }
  }

  @Override
  public Stream<Kept> rows(long from) {
    return rows.stream()
        .filter(row -> row.place() >= from)
        .sorted(Comparator.comparing(Kept::place));
  }

  @Override
  public Stream<Kept> waiting() {
    return waiting.stream();
  }

  @Override
  public Optional<KeptTile> tile(int level, long number) {
    return Optional.ofNullable(tiles.get(level + "/" + number));
  }

  @Override
  public long tiles(int level) {
    return tiles.keySet().stream().filter(name -> name.startsWith(level + "/")).count();
  }

  @Override
  public Stream<KeptCheckpoint> checkpoints(long from) {
    return checkpoints.tailMap(from).values().stream();
  }

  @Override
  public List<NoteKey> witnesses() {
    return List.copyOf(testimony.keySet());
  }

  @Override
  public Stream<Note> seenBy(NoteKey witness) {
    return testimony.getOrDefault(witness, List.of()).stream();
  }

  /// A row that could be: every fifth of the first version, every seventh about no one person.
  static Row row(int place, Random random) {
    Map<Column, Object> values = new EnumMap<>(Column.class);
    byte[] id = new byte[16];
    random.nextBytes(id);
    for (Column column : Column.values()) {
      values.put(column, column.label() + "-" + random.nextInt(4));
    }
    values.put(Column.ID, UUID.nameUUIDFromBytes(id));
    values.put(Column.AT, START.plusSeconds(place).atOffset(ZoneOffset.UTC));
    values.put(Column.PERMITTED, random.nextBoolean());
    values.put(Column.EMERGENCY, random.nextBoolean());
    values.put(Column.FOUND, random.nextBoolean());
    values.put(Column.CALLER_NAME, "");
    values.put(Column.SUBJECT_INDEX, Hash.sha256(id));
    values.put(Column.SUBJECT, Hash.sha256(id, id));
    if (place % 7 == 6) {
      values.remove(Column.SUBJECT_INDEX);
      values.remove(Column.SUBJECT);
    }
    if (place % 5 == 0) {
      Column.LATER.forEach(values::remove);
    }
    return new Row(values);
  }
}
