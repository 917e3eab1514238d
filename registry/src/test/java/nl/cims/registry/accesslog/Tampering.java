// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import nl.cims.registry.accesslog.Evidence.Kept;
import nl.cims.registry.accesslog.Evidence.KeptCheckpoint;
import nl.cims.registry.accesslog.Evidence.KeptCosignature;
import nl.cims.registry.accesslog.Evidence.KeptTile;
import nl.cims.registry.accesslog.tree.Note;
import nl.cims.registry.accesslog.tree.NoteKey;
import nl.cims.registry.accesslog.tree.Tile;

/// What somebody who owns the database can do to a log, from clumsy to thorough: the thorough one
/// works out all hashes anew and signs with the stolen key of the log.
enum Tampering {
  EDIT((log, random) -> edit(log, random, false)),
  EDIT_WITH_HASH((log, random) -> edit(log, random, true)),
  EDIT_AND_REBUILD(
      (log, random) -> {
        edit(log, random, true);
        log.rebuild();
      }),
  EDIT_AND_RESIGN(
      (log, random) -> {
        edit(log, random, true);
        forge(log);
      }),
  EDIT_A_HASH(
      (log, random) -> {
        int at = random.nextInt(log.rows.size());
        Kept row = log.rows.get(at);
        log.rows.set(at, new Kept(row.place(), flipped(row.leaf(), random), row.row()));
      }),
  EDIT_A_WAITING_ROW(
      (log, random) -> {
        int at = random.nextInt(log.waiting.size());
        Kept row = log.waiting.get(at);
        log.waiting.set(at, new Kept(-1, row.leaf(), changed(row.row(), random)));
      }),
  DELETE((log, random) -> log.rows.remove(random.nextInt(log.rows.size()))),
  DELETE_AND_RESIGN(
      (log, random) -> {
        log.rows.remove(random.nextInt(log.rows.size()));
        forge(log);
      }),
  TAKE_A_PLACE_AWAY(
      (log, random) -> {
        Kept row = log.rows.remove(random.nextInt(log.rows.size()));
        log.waiting.add(new Kept(-1, row.leaf(), row.row()));
      }),
  INSERT(
      (log, random) -> {
        int at = random.nextInt(log.rows.size());
        log.rows.add(at, forged(at, random));
      }),
  INSERT_AND_RESIGN(
      (log, random) -> {
        int at = random.nextInt(log.rows.size());
        log.rows.add(at, forged(at, random));
        forge(log);
      }),
  REORDER(Tampering::reorder),
  REORDER_AND_RESIGN(
      (log, random) -> {
        reorder(log, random);
        forge(log);
      }),
  TRUNCATE(Tampering::truncate),
  TRUNCATE_AND_RESIGN(
      (log, random) -> {
        truncate(log, random);
        forge(log);
      }),
  TRUNCATE_AND_DROP_CHECKPOINTS(
      (log, random) -> {
        truncate(log, random);
        log.rebuild();
        log.checkpoints.tailMap((long) log.rows.size(), false).clear();
      }),
  FORK(
      (log, random) -> {
        int from = random.nextInt(log.rows.size());
        for (int at = from; at < log.rows.size(); at++) {
          log.rows.set(at, forged(at, random));
        }
        forge(log);
      }),
  RESIGN_WITH_ANOTHER_KEY(
      (log, random) -> {
        GeneratedLog.Signer other = GeneratedLog.Signer.make(GeneratedLog.ORIGIN, NoteKey.Use.LOG);
        KeptCheckpoint kept = checkpoint(log, random);
        String text = Note.parse(kept.note()).orElseThrow().text();
        Note note = new Note(text, List.of(other.sign(text, Instant.EPOCH)));
        log.checkpoints.put(
            kept.size(), new KeptCheckpoint(kept.size(), note.written(), kept.cosignatures()));
      }),
  EDIT_A_CHECKPOINT(
      (log, random) -> {
        KeptCheckpoint kept = checkpoint(log, random);
        char[] note = kept.note().toCharArray();
        note[random.nextInt(note.length - 1)] ^= 1;
        log.checkpoints.put(
            kept.size(), new KeptCheckpoint(kept.size(), new String(note), kept.cosignatures()));
      }),
  REMOVE_A_CHECKPOINT((log, random) -> log.checkpoints.remove(checkpoint(log, random).size())),
  EDIT_A_COSIGNATURE(
      (log, random) -> {
        KeptCheckpoint kept = checkpoint(log, random);
        KeptCosignature first = kept.cosignatures().getFirst();
        KeptCosignature swapped =
            new KeptCosignature(first.witness(), kept.cosignatures().getLast().line());
        log.checkpoints.put(
            kept.size(), new KeptCheckpoint(kept.size(), kept.note(), List.of(swapped)));
      }),
  EDIT_A_TILE(
      (log, random) -> {
        KeptTile kept = tile(log, random);
        Tile tile = kept.tile();
        log.tiles.put(
            tile.level() + "/" + tile.number(),
            random.nextBoolean()
                ? new KeptTile(
                    new Tile(tile.level(), tile.number(), flipped(tile.hashes(), random)),
                    kept.root())
                : new KeptTile(tile, flipped(kept.root(), random)));
      }),
  REMOVE_A_TILE(
      (log, random) -> {
        Tile tile = tile(log, random).tile();
        log.tiles.remove(tile.level() + "/" + tile.number());
      }),
  ADD_A_TILE(
      (log, random) -> {
        KeptTile kept = tile(log, random);
        log.tiles.put("0/" + (1000 + random.nextInt(1000)), kept);
      });

  private final BiConsumer<GeneratedLog, Random> deed;

  Tampering(BiConsumer<GeneratedLog, Random> deed) {
    this.deed = deed;
  }

  void on(GeneratedLog log, Random random) {
    deed.accept(log, random);
  }

  private static void forge(GeneratedLog log) {
    log.renumber();
    log.rebuild();
    log.resign();
  }

  private static void edit(GeneratedLog log, Random random, boolean withHash) {
    int at = random.nextInt(log.rows.size());
    Kept row = log.rows.get(at);
    Row changed = changed(row.row(), random);
    log.rows.set(at, new Kept(row.place(), withHash ? Leaf.of(changed) : row.leaf(), changed));
  }

  private static void reorder(GeneratedLog log, Random random) {
    int one = random.nextInt(log.rows.size());
    int other = (one + 1 + random.nextInt(log.rows.size() - 1)) % log.rows.size();
    Kept first = log.rows.get(one);
    Kept second = log.rows.get(other);
    log.rows.set(one, new Kept(first.place(), second.leaf(), second.row()));
    log.rows.set(other, new Kept(second.place(), first.leaf(), first.row()));
  }

  private static void truncate(GeneratedLog log, Random random) {
    int left = random.nextInt(log.rows.size());
    log.rows.subList(left, log.rows.size()).clear();
  }

  private static Kept forged(int place, Random random) {
    Row row = GeneratedLog.row(place, random);
    return new Kept(place, Leaf.of(row), row);
  }

  private static KeptCheckpoint checkpoint(GeneratedLog log, Random random) {
    List<KeptCheckpoint> all = List.copyOf(log.checkpoints.values());
    return all.get(random.nextInt(all.size()));
  }

  private static KeptTile tile(GeneratedLog log, Random random) {
    List<KeptTile> all = List.copyOf(log.tiles.values());
    return all.get(random.nextInt(all.size()));
  }

  /// The row with any one column changed, so that it says something else.
  private static Row changed(Row row, Random random) {
    Map<Column, Object> values = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      Object value = row.value(column);
      if (value != null) {
        values.put(column, value);
      }
    }
    Column any = Column.values()[random.nextInt(Column.values().length)];
    Object value = values.get(any);
    if (value != null && any.compareTo(Column.AT) > 0 && random.nextInt(10) == 0) {
      values.remove(any);
    } else {
      values.put(any, other(value, random));
    }
    return new Row(values);
  }

  private static Object other(@org.jspecify.annotations.Nullable Object value, Random random) {
    return switch (value) {
      case null -> "";
      case Boolean truth -> !truth;
      case UUID id -> new UUID(id.getMostSignificantBits(), random.nextLong());
      case OffsetDateTime time -> time.plusNanos(1000L * (1 + random.nextInt(1_000_000)));
      case byte[] bytes -> flipped(bytes, random);
      default -> value + "x";
    };
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    byte[] flipped = bytes.clone();
    flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }
}
