// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.keyring;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import nl.cims.registry.protection.ErasableKey;
import nl.cims.registry.protection.KeyedIndex;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Sealing;
import nl.cims.registry.storage.Columns;
import org.springframework.stereotype.Repository;

/// The keys on which hangs what leads to a person, each sealed. There is no transaction over both
/// databases: a key is made before what hangs on it, and one on which nothing hangs does no harm.
@Repository
public class Keyring {

  private static final String OPEN =
      """
      WITH made AS (
        INSERT INTO keyring.key (id, lookup, sealed) SELECT * FROM unnest(?::uuid[], ?::bytea[], ?::bytea[])
      )
      SELECT id, sealed FROM keyring.key WHERE id = ANY (?)
      UNION ALL
      SELECT id, NULL FROM keyring.destroyed WHERE id = ANY (?)
      """;

  private static final String BY_LINK = "SELECT id, sealed FROM keyring.key WHERE lookup = ANY (?)";

  private static final String FORGET = "DELETE FROM keyring.key WHERE id = ?";

  // Of two destructions at the same moment one waits for the other, so that no number is taken
  // twice.
  private static final String QUEUE = "SELECT pg_advisory_xact_lock(5027)";

  private static final String GENERATION =
      "SELECT coalesce(max(generation), 0) FROM keyring.destroyed";

  private static final String FIND =
      "SELECT generation, id, at FROM keyring.destroyed WHERE id = ?";

  private static final String AFTER =
      "SELECT generation, id, at FROM keyring.destroyed WHERE generation > ? ORDER BY generation";

  private static final String DESTROYED =
      "INSERT INTO keyring.destroyed (generation, id, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

  private static final String PORTION =
      "SELECT id, sealed FROM keyring.key WHERE id > ? ORDER BY id LIMIT 1000";

  private final KeyringDatabase database;
  private final Witness witness;
  private final KeyedIndex index;
  private final Sealing keys;
  private final Clock clock;

  Keyring(KeyringDatabase database, KeyringSettings settings, Protection protection, Clock clock) {
    this.database = database;
    this.witness = new Witness(settings.witness());
    this.index = protection.index("keyring-lookup");
    this.keys = protection.sealing("keyring", "keyring.key.sealed");
    this.clock = clock;
  }

  /// The keys of these, in one question; empty for whom it was destroyed.
  ///
  /// @throws KeyMissing if one was never made, so that this is an old copy of the keyring
  public Map<UUID, Optional<ErasableKey>> open(Collection<UUID> ids) {
    return open(ids, Map.of());
  }

  /// The same, and new keys are kept on the way.
  ///
  /// @param fresh keys of those who have none yet
  public Map<UUID, Optional<ErasableKey>> open(Collection<UUID> ids, Map<UUID, ErasableKey> fresh) {
    if (ids.isEmpty() && fresh.isEmpty()) {
      return Map.of();
    }
    UUID[] asked = ids.toArray(UUID[]::new);
    Map<UUID, Optional<ErasableKey>> found = new HashMap<>();
    database
        .jdbc()
        .sql(OPEN)
        .param(Columns.of(fresh.keySet(), UUID[]::new, id -> id))
        .param(Columns.of(fresh.values(), byte[][]::new, key -> index.of(bytes(key.link()))))
        .param(
            Columns.of(fresh.entrySet(), byte[][]::new, it -> keys.seal(it.getKey(), secret(it))))
        .param(asked)
        .param(asked)
        .query(
            row -> {
              UUID id = row.getObject(1, UUID.class);
              found.put(id, Optional.ofNullable(row.getBytes(2)).map(it -> opened(id, it)));
            });
    fresh.forEach((id, key) -> found.put(id, Optional.of(key)));
    if (!found.keySet().containsAll(ids)) {
      throw new KeyMissing();
    }
    return found;
  }

  /// The key behind a link, if it is still there.
  public Optional<ErasableKey> behind(UUID link) {
    return database
        .jdbc()
        .sql(BY_LINK)
        .param(index.all(bytes(link)).toArray(byte[][]::new))
        .query((row, number) -> opened(row.getObject(1, UUID.class), row.getBytes(2)))
        .optional();
  }

  /// Makes the key of a file that is under way.
  public ErasableKey make(UUID id) {
    ErasableKey key = ErasableKey.fresh();
    open(List.of(), Map.of(id, key));
    return key;
  }

  /// Destroys the key of a file that is finished; that of a person is destroyed by [#destroy].
  public void forget(UUID id) {
    database.jdbc().sql(FORGET).param(id).update();
  }

  /// Destroys the key of a person, for good: neither this keyring nor a copy of it that is opened
  /// later has it again. A second time changes nothing.
  public Destruction destroy(UUID id) {
    return database.inTransaction(
        () -> {
          queue();
          Optional<Destruction> before =
              database.jdbc().sql(FIND).param(id).query(Keyring::destruction).optional();
          if (before.isPresent()) {
            return before.get();
          }
          Destruction destruction =
              new Destruction(
                  Math.max(generation(), witness.last()) + 1,
                  id,
                  clock.instant().truncatedTo(ChronoUnit.MICROS));
          // First outside: what is broken off in between is finished at the next start.
          witness.write(destruction);
          apply(destruction);
          return destruction;
        });
  }

  /// Does what the witness says was done, whatever copy of the keyring this is, and then tells what
  /// was destroyed since.
  ///
  /// @param seen the number up to which the caller knows
  /// @throws KeyringTooOld if the caller knows of later ones than keyring and witness
  public List<Destruction> destroyedSince(long seen) {
    return database.inTransaction(
        () -> {
          queue();
          witness.after(generation()).forEach(this::apply);
          after(witness.last()).forEach(witness::write);
          if (generation() < seen) {
            throw new KeyringTooOld(generation(), seen);
          }
          return after(seen);
        });
  }

  /// When the key of this one was destroyed, if it was.
  public Optional<Destruction> destructionOf(UUID id) {
    return database.jdbc().sql(FIND).param(id).query(Keyring::destruction).optional();
  }

  /// Somebody whose key is left and does this, for who has to prove that there is none.
  public Optional<UUID> whoseKey(Predicate<ErasableKey> does) {
    UUID after = new UUID(0, 0);
    for (List<Kept> some = after(after); !some.isEmpty(); some = after(after)) {
      Optional<Kept> found = some.stream().filter(it -> does.test(it.key)).findFirst();
      if (found.isPresent()) {
        return found.map(Kept::id);
      }
      after = some.getLast().id;
    }
    return Optional.empty();
  }

  private List<Kept> after(UUID id) {
    return database
        .jdbc()
        .sql(PORTION)
        .param(id)
        .query(
            (row, number) -> {
              UUID each = row.getObject(1, UUID.class);
              return new Kept(each, opened(each, row.getBytes(2)));
            })
        .list();
  }

  private void queue() {
    database.jdbc().sql(QUEUE).query(row -> {});
  }

  private long generation() {
    return database.jdbc().sql(GENERATION).query(Long.class).single();
  }

  private List<Destruction> after(long generation) {
    return database.jdbc().sql(AFTER).param(generation).query(Keyring::destruction).list();
  }

  private void apply(Destruction destruction) {
    database
        .jdbc()
        .sql(DESTROYED)
        .params(
            destruction.generation(), destruction.id(), destruction.at().atOffset(ZoneOffset.UTC))
        .update();
    forget(destruction.id());
  }

  private ErasableKey opened(UUID id, byte[] sealed) {
    return ErasableKey.of(keys.open(id, sealed));
  }

  private static byte[] secret(Map.Entry<UUID, ErasableKey> entry) {
    return entry.getValue().secret();
  }

  static byte[] bytes(UUID link) {
    return ByteBuffer.allocate(2 * Long.BYTES)
        .putLong(link.getMostSignificantBits())
        .putLong(link.getLeastSignificantBits())
        .array();
  }

  private static Destruction destruction(ResultSet row, int number) throws SQLException {
    Instant at = row.getObject(3, OffsetDateTime.class).toInstant();
    return new Destruction(row.getLong(1), row.getObject(2, UUID.class), at);
  }

  private record Kept(UUID id, ErasableKey key) {}
}
