// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.protection.KeyedIndex;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Sealing;
import nl.cims.registry.storage.Columns;
import nl.cims.vocabulary.Bsn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Everybody whom the register knows, each once, found by the keyed index of his BSN. Until the
/// population register is coupled, the details are those that came with his latest vaccination.
@Repository
public class People {

  private static final String FIND = "SELECT id, details FROM person.person WHERE bsn_index = ?";

  private static final String KNOWN =
      "SELECT id, bsn_index, details_date, details_order FROM person.person WHERE bsn_index = ANY (?)";

  // In the order of their keys, so that of two that add the same people none waits for one that
  // waits for it.
  private static final String ADD =
      """
      INSERT INTO person.person (id, bsn_index, bsn, details, details_date, details_order)
      SELECT id, key, bsn, details, day, ordering
      FROM unnest(?::uuid[], ?::bytea[], ?::bytea[], ?::bytea[], ?::date[], ?::bytea[])
        AS said (id, key, bsn, details, day, ordering)
      ORDER BY key
      ON CONFLICT (bsn_index) DO NOTHING
      RETURNING id, bsn_index, details_date, details_order
      """;

  private static final String DESCRIBE =
      """
      UPDATE person.person SET details = said.details, details_date = day, details_order = ordering
      FROM unnest(?::uuid[], ?::bytea[], ?::date[], ?::bytea[]) AS said (id, details, day, ordering)
      WHERE person.id = said.id AND (details_date IS NULL OR (details_date, details_order) < (day, ordering))
      """;

  private static final String IDENTIFY = "SELECT id FROM person.person WHERE bsn_index = ?";

  private static final String NUMBER = "SELECT bsn FROM person.person WHERE id = ?";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final KeyedIndex index;
  private final Sealing bsns;
  private final Sealing details;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  People(JdbcClient jdbc, JsonMapper json, Protection protection) {
    this.jdbc = jdbc;
    this.json = json;
    this.index = protection.index("person-lookup");
    this.bsns = protection.sealing("person", "person.person.bsn");
    this.details = protection.sealing("person", "person.person.details");
  }

  /// The person with this number, if the register knows him.
  public Optional<Person> find(Bsn bsn) {
    return jdbc.sql(FIND)
        .param(indexOf(bsn))
        .query(
            (row, number) -> {
              UUID id = row.getObject(1, UUID.class);
              return new Person(
                  new PersonId(id), Optional.ofNullable(row.getBytes(2)).map(it -> open(id, it)));
            })
        .optional();
  }

  /// By what the other modules know the person with this number; nothing about him is opened.
  public Optional<PersonId> idOf(Bsn bsn) {
    return jdbc.sql(IDENTIFY).param(indexOf(bsn)).query(UUID.class).optional().map(PersonId::new);
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

  /// The people of whom messages speak, known from now on.
  ///
  /// @return as many, in the same order
  public List<PersonId> identify(List<Mention> mentions) {
    List<ByteBuffer> keys =
        mentions.stream().map(it -> ByteBuffer.wrap(indexOf(it.bsn()))).toList();
    Map<ByteBuffer, Mention> said = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      said.merge(keys.get(i), mentions.get(i), Mention::orLater);
    }
    Map<ByteBuffer, Known> known = known(said.keySet());
    Map<ByteBuffer, Mention> strangers = new LinkedHashMap<>(said);
    strangers.keySet().removeAll(known.keySet());
    if (!strangers.isEmpty()) {
      known.putAll(added(strangers));
    }
    describe(said, known);
    return keys.stream().map(key -> new PersonId(found(known, key).id)).toList();
  }

  private Map<ByteBuffer, Known> known(Collection<ByteBuffer> keys) {
    return byKey(
        jdbc.sql(KNOWN)
            .param(Columns.of(keys, byte[][]::new, ByteBuffer::array))
            .query(Known::of)
            .list());
  }

  /// Those who were added, and those whom somebody else added just before.
  private Map<ByteBuffer, Known> added(Map<ByteBuffer, Mention> strangers) {
    List<Stranger> all =
        strangers.entrySet().stream()
            .map(it -> new Stranger(ids.generate(), it.getKey().array(), it.getValue()))
            .toList();
    Map<ByteBuffer, Known> added =
        byKey(
            jdbc.sql(ADD)
                .param(Columns.of(all, UUID[]::new, Stranger::id))
                .param(Columns.of(all, byte[][]::new, Stranger::key))
                .param(
                    Columns.of(all, byte[][]::new, it -> bsns.seal(it.id, number(it.said.bsn()))))
                .param(Columns.of(all, byte[][]::new, it -> details(it.id, it.said)))
                .param(
                    Columns.of(
                        all,
                        String[]::new,
                        it -> it.said.described().isEmpty() ? null : it.said.on().toString()))
                .param(
                    Columns.of(
                        all,
                        byte[][]::new,
                        it -> it.said.described().isEmpty() ? null : it.said.order()))
                .query(Known::of)
                .list());
    if (added.size() < all.size()) {
      added.putAll(known(strangers.keySet()));
    }
    return added;
  }

  private void describe(Map<ByteBuffer, Mention> said, Map<ByteBuffer, Known> known) {
    List<Map.Entry<UUID, Mention>> later =
        said.entrySet().stream()
            .filter(it -> found(known, it.getKey()).isOlderThan(it.getValue()))
            .map(it -> Map.entry(found(known, it.getKey()).id, it.getValue()))
            .toList();
    if (!later.isEmpty()) {
      jdbc.sql(DESCRIBE)
          .param(Columns.of(later, UUID[]::new, Map.Entry::getKey))
          .param(Columns.of(later, byte[][]::new, it -> details(it.getKey(), it.getValue())))
          .param(Columns.of(later, String[]::new, it -> it.getValue().on().toString()))
          .param(Columns.of(later, byte[][]::new, it -> it.getValue().order()))
          .update();
    }
  }

  private static Known found(Map<ByteBuffer, Known> known, ByteBuffer key) {
    return Optional.ofNullable(known.get(key))
        .orElseThrow(() -> new IllegalStateException("a person who was there is gone"));
  }

  private static Map<ByteBuffer, Known> byKey(List<Known> rows) {
    Map<ByteBuffer, Known> byKey = new HashMap<>();
    rows.forEach(row -> byKey.put(ByteBuffer.wrap(row.key), row));
    return byKey;
  }

  private byte[] indexOf(Bsn bsn) {
    return index.of(number(bsn));
  }

  private static byte[] number(Bsn bsn) {
    return bsn.reveal().getBytes(StandardCharsets.US_ASCII);
  }

  private byte @Nullable [] details(UUID id, Mention said) {
    return said.described().map(it -> details.seal(id, json.writeValueAsBytes(it))).orElse(null);
  }

  private PersonDetails open(UUID id, byte[] sealed) {
    return json.readValue(details.open(id, sealed), PersonDetails.class);
  }

  /// Somebody who is about to be added.
  private record Stranger(UUID id, byte[] key, Mention said) {}

  /// Somebody who is there, and of when his description is.
  private record Known(UUID id, byte[] key, @Nullable LocalDate date, byte @Nullable [] order) {

    static Known of(ResultSet row, int number) throws SQLException {
      return new Known(
          row.getObject(1, UUID.class),
          row.getBytes(2),
          row.getObject(3, LocalDate.class),
          row.getBytes(4));
    }

    boolean isOlderThan(Mention said) {
      return (date == null || order == null)
          ? said.described().isPresent()
          : said.overrules(date, order);
    }
  }
}
