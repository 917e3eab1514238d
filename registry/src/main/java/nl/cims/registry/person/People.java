// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.person;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.protection.KeyedIndex;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Sealing;
import nl.cims.vocabulary.Bsn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Everybody whom the register knows, each once, found by the keyed index of his BSN. Until the
/// population register is coupled, the details are those that came with his latest vaccination.
@Repository
public class People {

  private static final String FIND =
      "SELECT id, details, details_date, details_order FROM person.person WHERE bsn_index = ?";

  private static final String ADD =
      """
      INSERT INTO person.person (id, bsn_index, bsn, details, details_date, details_order)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (bsn_index) DO NOTHING
      """;

  private static final String DESCRIBE =
      """
      UPDATE person.person SET details = ?, details_date = ?, details_order = ?
      WHERE id = ? AND (details_date IS NULL OR (details_date, details_order) < (?, ?))
      """;

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
    return row(indexOf(bsn))
        .map(
            row ->
                new Person(
                    new PersonId(row.id),
                    Optional.ofNullable(row.details).map(it -> open(row.id, it))));
  }

  /// The person with this number, known from now on.
  ///
  /// @param described how a message describes him, if it does
  /// @param on the day of the vaccination it is about; the description of the latest day holds
  /// @param order decides between two descriptions of one day, whichever comes first: 32 bytes
  public PersonId identify(Bsn bsn, Optional<PersonDetails> described, LocalDate on, byte[] order) {
    byte[] key = indexOf(bsn);
    Row known = row(key).orElse(null);
    if (known == null) {
      UUID id = ids.generate();
      if (add(id, key, bsn, described, on, order)) {
        return new PersonId(id);
      }
      known =
          row(key).orElseThrow(() -> new IllegalStateException("a person who was there is gone"));
    }
    if (described.isPresent() && known.isOlderThan(on, order)) {
      describe(known.id, described.get(), on, order);
    }
    return new PersonId(known.id);
  }

  private boolean add(
      UUID id, byte[] key, Bsn bsn, Optional<PersonDetails> described, LocalDate on, byte[] order) {
    byte[] number = bsn.reveal().getBytes(StandardCharsets.US_ASCII);
    return jdbc.sql(ADD)
            .param(id)
            .param(key)
            .param(bsns.seal(id, number))
            .param(described.map(it -> seal(id, it)).orElse(null))
            .param(described.isPresent() ? on : null)
            .param(described.isPresent() ? order : null)
            .update()
        == 1;
  }

  private void describe(UUID id, PersonDetails described, LocalDate on, byte[] order) {
    jdbc.sql(DESCRIBE).params(seal(id, described), on, order, id, on, order).update();
  }

  private Optional<Row> row(byte[] key) {
    return jdbc.sql(FIND).param(key).query(Row::of).optional();
  }

  private byte[] indexOf(Bsn bsn) {
    return index.of(bsn.reveal().getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] seal(UUID id, PersonDetails described) {
    return details.seal(id, json.writeValueAsBytes(described));
  }

  private PersonDetails open(UUID id, byte[] sealed) {
    return json.readValue(details.open(id, sealed), PersonDetails.class);
  }

  private record Row(
      UUID id, byte @Nullable [] details, @Nullable LocalDate date, byte @Nullable [] order) {

    static Row of(ResultSet row, int number) throws SQLException {
      Date date = row.getDate(3);
      return new Row(
          row.getObject(1, UUID.class),
          row.getBytes(2),
          date == null ? null : date.toLocalDate(),
          row.getBytes(4));
    }

    boolean isOlderThan(LocalDate on, byte[] byOrder) {
      if (date == null || order == null) {
        return true;
      }
      int byDay = date.compareTo(on);
      return byDay < 0 || (byDay == 0 && Arrays.compareUnsigned(order, byOrder) < 0);
    }
  }
}
