// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.keyring.Keyring;
import nl.cims.registry.protection.ErasableKey;
import nl.cims.registry.protection.ErasableSealing;
import nl.cims.registry.protection.KeyedIndex;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Sealing;
import nl.cims.registry.storage.Columns;
import nl.cims.vocabulary.Bsn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Everybody whom the register knows, each once, found by the keyed index of his BSN. Until the
/// population register is coupled, the details are those that came with his latest vaccination.
///
/// Everything but the number hangs on the person's own key in the [Keyring]. His row holds nothing
/// that also stands with his vaccinations, so that without the key it leads nowhere.
@Repository
public class People {

  private static final String FIND =
      "SELECT id, bsn_index, details FROM person.person WHERE bsn_index = ANY (?)";

  private static final String QUEUE =
      "SELECT count(pg_advisory_xact_lock(key)) FROM (SELECT unnest(?) AS key ORDER BY 1) AS keys";

  // In the order of their keys, so that of two that add the same people none waits for one that
  // waits for it.
  private static final String ADD =
      """
      INSERT INTO person.person (id, bsn_index, bsn)
      SELECT id, key, bsn FROM unnest(?::uuid[], ?::bytea[], ?::bytea[]) AS said (id, key, bsn)
      ORDER BY key
      ON CONFLICT (bsn_index) DO NOTHING
      RETURNING id
      """;

  // Only where it stands as it was read, so that of two at the same moment none is lost.
  private static final String DESCRIBE =
      """
      UPDATE person.person SET details = said.fresh
      FROM unnest(?::uuid[], ?::bytea[], ?::bytea[]) AS said (id, old, fresh)
      WHERE person.id = said.id AND person.details IS NOT DISTINCT FROM said.old
      RETURNING person.id
      """;

  private static final String LOCK =
      "SELECT id, bsn_index, details FROM person.person WHERE id = ANY (?) ORDER BY id FOR UPDATE";

  private static final String IDENTIFY = "SELECT id FROM person.person WHERE bsn_index = ANY (?)";

  private static final String NUMBER = "SELECT bsn FROM person.person WHERE id = ?";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Keyring keyring;
  private final KeyedIndex index;
  private final Sealing bsns;
  private final ErasableSealing descriptions;

  People(JdbcClient jdbc, JsonMapper json, Keyring keyring, Protection protection) {
    this.jdbc = jdbc;
    this.json = json;
    this.keyring = keyring;
    this.index = protection.index("person-lookup");
    this.bsns = protection.sealing("person", "person.person.bsn");
    this.descriptions = protection.erasable("person.person.details");
  }

  /// The person with this number, if the register knows him.
  public Optional<Person> find(Bsn bsn) {
    return people(rows(index.all(number(bsn))), Map.of()).values().stream().findFirst();
  }

  /// By what the other modules know the person with this number; nothing about him is opened.
  public Optional<PersonId> idOf(Bsn bsn) {
    return jdbc.sql(IDENTIFY)
        .param(index.all(number(bsn)).toArray(byte[][]::new))
        .query(UUID.class)
        .optional()
        .map(PersonId::new);
  }

  /// The number of somebody the register knows.
  public Optional<Bsn> numberOf(PersonId person) {
    return jdbc.sql(NUMBER)
        .param(person.value())
        .query(byte[].class)
        .optional()
        .map(it -> new String(bsns.open(person.value(), it), StandardCharsets.US_ASCII))
        .map(Bsn::of);
  }

  /// The people with these numbers, known from now on.
  ///
  /// @return as many, in the same order
  public List<Person> identify(List<Bsn> bsns) {
    KeyedIndex.Now keys = index.now();
    List<ByteBuffer> asked = bsns.stream().map(bsn -> key(keys, bsn)).toList();
    Map<ByteBuffer, Bsn> said = new LinkedHashMap<>();
    for (int i = 0; i < bsns.size(); i++) {
      said.put(asked.get(i), bsns.get(i));
    }
    queue(keys, said.values());
    Map<ByteBuffer, Row> rows = rows(keys, said);
    Map<UUID, ErasableKey> fresh = add(keys, said, rows);
    Map<UUID, Person> people = people(rows.values(), fresh);
    return asked.stream().map(key -> found(rows, people, key)).toList();
  }

  /// What messages say of people whose keys are there.
  ///
  /// @param said about each, one or more
  public void describe(List<Map.Entry<Person, Description>> said) {
    Map<UUID, Person> people = new HashMap<>();
    Map<UUID, Description> latest = new LinkedHashMap<>();
    for (Map.Entry<Person, Description> each : said) {
      UUID id = each.getKey().id().value();
      people.put(id, each.getKey());
      latest.merge(id, each.getValue(), Description::orLater);
    }
    List<Person> later = later(people.values(), latest);
    Collection<UUID> written = write(later, latest);
    if (written.size() < later.size()) {
      writeLocked(later, latest, written);
    }
  }

  private static List<Person> later(Collection<Person> people, Map<UUID, Description> latest) {
    return people.stream()
        .filter(it -> it.description().filter(at -> !latest(latest, it).overrules(at)).isEmpty())
        .toList();
  }

  private static Description latest(Map<UUID, Description> latest, Person person) {
    return Objects.requireNonNull(latest.get(person.id().value()), "nobody spoke of him");
  }

  private Collection<UUID> write(List<Person> people, Map<UUID, Description> latest) {
    return people.isEmpty()
        ? List.of()
        : jdbc.sql(DESCRIBE)
            .param(Columns.of(people, UUID[]::new, it -> it.id().value()))
            .param(Columns.of(people, byte[][]::new, Person::cell))
            .param(Columns.of(people, byte[][]::new, it -> sealed(it, latest(latest, it))))
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
  }

  /// Somebody else described these in the meantime; now nobody else can.
  private void writeLocked(
      List<Person> people, Map<UUID, Description> latest, Collection<UUID> written) {
    Map<UUID, ErasableKey> keys = new HashMap<>();
    people.forEach(it -> it.key().ifPresent(key -> keys.put(it.id().value(), key)));
    keys.keySet().removeAll(written);
    List<Person> now =
        jdbc
            .sql(LOCK)
            .param(keys.keySet().toArray(UUID[]::new))
            .query((row, number) -> Row.of(row))
            .list()
            .stream()
            .map(row -> person(row, Optional.ofNullable(keys.get(row.id()))))
            .toList();
    write(later(now, latest), latest);
  }

  /// While a number can have several indexes, one row per person is not held by the table alone.
  private void queue(KeyedIndex.Now keys, Collection<Bsn> bsns) {
    if (keys.isSeveral()) {
      jdbc.sql(QUEUE)
          .param(bsns.stream().map(bsn -> keys.gate(number(bsn))).toArray(Long[]::new))
          .query(Long.class)
          .single();
    }
  }

  private List<Row> rows(List<byte[]> keys) {
    return jdbc.sql(FIND)
        .param(keys.toArray(byte[][]::new))
        .query((row, number) -> Row.of(row))
        .list();
  }

  /// The rows by the key of their number, under whichever of its indexes they stand.
  private Map<ByteBuffer, Row> rows(KeyedIndex.Now keys, Map<ByteBuffer, Bsn> said) {
    Map<ByteBuffer, ByteBuffer> known = new HashMap<>();
    said.forEach(
        (key, bsn) -> keys.all(number(bsn)).forEach(it -> known.put(ByteBuffer.wrap(it), key)));
    Map<ByteBuffer, Row> byKey = new HashMap<>();
    for (Row row : rows(known.keySet().stream().map(ByteBuffer::array).toList())) {
      ByteBuffer key = ByteBuffer.wrap(row.key());
      byKey.put(known.getOrDefault(key, key), row);
    }
    return byKey;
  }

  /// Adds those who are not among the rows.
  ///
  /// @return their keys, to be kept before anything hangs on them
  private Map<UUID, ErasableKey> add(
      KeyedIndex.Now keys, Map<ByteBuffer, Bsn> said, Map<ByteBuffer, Row> rows) {
    // Random ids: one that tells when it was made would tell which vaccination came first.
    List<Stranger> strangers =
        said.entrySet().stream()
            .filter(it -> !rows.containsKey(it.getKey()))
            .map(it -> new Stranger(UUID.randomUUID(), it.getKey().array(), it.getValue()))
            .toList();
    if (strangers.isEmpty()) {
      return Map.of();
    }
    List<UUID> added =
        jdbc.sql(ADD)
            .param(Columns.of(strangers, UUID[]::new, Stranger::id))
            .param(Columns.of(strangers, byte[][]::new, Stranger::key))
            .param(Columns.of(strangers, byte[][]::new, it -> bsns.seal(it.id(), number(it.bsn()))))
            .query((row, number) -> row.getObject(1, UUID.class))
            .list();
    Map<UUID, ErasableKey> fresh = new HashMap<>();
    for (Stranger it : strangers) {
      if (added.contains(it.id())) {
        fresh.put(it.id(), ErasableKey.fresh());
        rows.put(ByteBuffer.wrap(it.key()), new Row(it.id(), it.key(), null));
      }
    }
    if (added.size() < strangers.size()) {
      rows.putAll(rows(keys, said));
    }
    return fresh;
  }

  private Map<UUID, Person> people(Collection<Row> rows, Map<UUID, ErasableKey> fresh) {
    List<UUID> known =
        rows.stream().map(Row::id).filter(id -> !fresh.containsKey(id)).distinct().toList();
    Map<UUID, Optional<ErasableKey>> keys = keyring.open(known, fresh);
    Map<UUID, Person> people = new HashMap<>();
    rows.forEach(
        row -> people.put(row.id(), person(row, keys.getOrDefault(row.id(), Optional.empty()))));
    return people;
  }

  private Person person(Row row, Optional<ErasableKey> key) {
    return new Person(
        new PersonId(row.id()),
        key.orElse(null),
        key.filter(it -> row.cell() != null).map(it -> opened(it, row)).orElse(null),
        row.cell());
  }

  private Description opened(ErasableKey key, Row row) {
    byte[] plain = descriptions.open(key, row.id(), row.sealed());
    return json.readValue(plain, Description.class);
  }

  private byte[] sealed(Person person, Description description) {
    return descriptions.seal(
        person
            .key()
            .orElseThrow(() -> new IllegalStateException("nobody without a key is described")),
        person.id().value(),
        json.writeValueAsBytes(description));
  }

  private static Person found(Map<ByteBuffer, Row> rows, Map<UUID, Person> people, ByteBuffer key) {
    return Optional.ofNullable(rows.get(key))
        .map(row -> people.get(row.id()))
        .orElseThrow(() -> new IllegalStateException("a person who was there is gone"));
  }

  private static ByteBuffer key(KeyedIndex.Now keys, Bsn bsn) {
    return ByteBuffer.wrap(keys.of(number(bsn)));
  }

  private static byte[] number(Bsn bsn) {
    return bsn.reveal().getBytes(StandardCharsets.US_ASCII);
  }

  /// Somebody who is about to be added.
  private record Stranger(UUID id, byte[] key, Bsn bsn) {}
}
