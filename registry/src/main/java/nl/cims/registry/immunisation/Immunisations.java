// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.cims.registry.catalogue.Vaccines;
import nl.cims.registry.keyring.Keyring;
import nl.cims.registry.protection.ErasableSealing;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Sealing;
import nl.cims.registry.storage.Columns;
import nl.cims.vocabulary.BatchNumber;
import nl.cims.vocabulary.PartialDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Every state of every dose, in the order in which it was reported. Nothing in it is ever changed.
/// A fact bears a link that only the person's key gives.
@Repository
public class Immunisations {

  private static final String COLUMNS =
      """
      id, dose, step, event, link, source, product, batch, occurred_on, age_cohort, administration, told, received_at
      """;

  private static final String APPEND =
      """
      INSERT INTO immunisation.state
        (id, dose, step, event, link, source, product, batch, occurred_on, occurred_from, age_cohort,
         administration, told, received_at)
      SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::smallint[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[],
                           ?::text[], ?::date[], ?::text[], ?::bytea[], ?::bytea[], ?::timestamptz[])
      """;

  private static final String LATEST =
      "SELECT " + COLUMNS + " FROM immunisation.state WHERE dose = ? ORDER BY step DESC LIMIT 1";

  // A correction may move a dose to another person, so the latest state decides whose it is. What
  // staff have parted comes along, so that a look at a dossier asks once.
  private static final String OF_PERSON =
      "SELECT "
          + COLUMNS
          + """
          , (SELECT array_agg(parting.other) FROM immunisation.parting
             WHERE parting.one = latest.dose AND parting.act = 'PARTED'
               AND NOT EXISTS (SELECT FROM immunisation.parting later
                               WHERE later.one = parting.one AND later.other = parting.other
                                 AND later.step > parting.step))
          FROM immunisation.state latest
          WHERE link = ? AND event <> 'WITHDRAWN'
            AND NOT EXISTS (SELECT FROM immunisation.state later
                            WHERE later.dose = latest.dose AND later.step > latest.step)
          """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Keyring keyring;
  private final Sealing administrations;
  private final ErasableSealing told;
  private final Joining joining;

  Immunisations(
      JdbcClient jdbc, JsonMapper json, Protection protection, Keyring keyring, Vaccines vaccines) {
    this.jdbc = jdbc;
    this.json = json;
    this.keyring = keyring;
    this.administrations = protection.sealing("immunisation", "immunisation.state.administration");
    this.told = protection.erasable("immunisation.state.told");
    this.joining = new Joining(vaccines);
  }

  /// Adds states. The caller has asked [LifeCycle] whether each may follow; the table's keys are
  /// the last line.
  public void append(List<State> states) {
    jdbc.sql(APPEND)
        .param(Columns.of(states, UUID[]::new, State::id))
        .param(Columns.of(states, UUID[]::new, it -> it.dose().value()))
        .param(Columns.of(states, Integer[]::new, State::step))
        .param(Columns.of(states, String[]::new, it -> it.event().name()))
        .param(
            Columns.of(states, UUID[]::new, it -> it.vaccinee().map(Vaccinee::link).orElse(null)))
        .param(Columns.of(states, String[]::new, State::source))
        .param(Columns.of(states, String[]::new, State::product))
        .param(
            Columns.of(
                states, String[]::new, it -> it.batch().map(BatchNumber::value).orElse(null)))
        .param(Columns.of(states, String[]::new, it -> it.occurredOn().toString()))
        .param(Columns.of(states, String[]::new, it -> it.occurredOn().earliest().toString()))
        .param(
            Columns.of(
                states, String[]::new, it -> it.ageCohort().map(AgeCohort::label).orElse(null)))
        .param(Columns.of(states, byte[][]::new, this::administration))
        .param(Columns.of(states, byte[][]::new, this::told))
        .param(Columns.of(states, String[]::new, it -> it.receivedAt().toString()))
        .update();
  }

  private byte[] administration(State state) {
    return administrations.seal(
        state.id(), json.writeValueAsBytes(state.circumstances().anonymous()));
  }

  private byte @Nullable [] told(State state) {
    return state
        .vaccinee()
        .map(it -> told.seal(it.key(), state.id(), json.writeValueAsBytes(state.circumstances())))
        .orElse(null);
  }

  /// The state that holds for this dose now, withdrawn or not; without a vaccinee if his key was
  /// destroyed.
  public Optional<State> latest(DoseId dose) {
    return jdbc.sql(LATEST)
        .param(dose.value())
        .query((row, number) -> state(row, this::behind))
        .optional();
  }

  private Optional<Vaccinee> behind(UUID link) {
    return keyring.behind(link).map(Vaccinee::new);
  }

  /// The doses that this person got, newest first, without what was withdrawn. Reports of several
  /// sources about one dose are joined, unless staff have parted them.
  public List<Vaccination> of(Vaccinee vaccinee) {
    return joining.vaccinations(
        jdbc.sql(OF_PERSON)
            .param(vaccinee.link())
            .query((row, number) -> report(row, vaccinee))
            .list());
  }

  private Joining.Report report(ResultSet row, Vaccinee vaccinee) throws SQLException {
    Array parted = row.getArray(14);
    return new Joining.Report(
        state(row, link -> Optional.of(vaccinee)),
        parted == null
            ? Set.of()
            : Stream.of((UUID[]) parted.getArray()).map(DoseId::new).collect(Collectors.toSet()));
  }

  private State state(ResultSet row, Function<UUID, Optional<Vaccinee>> whose) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    Optional<Vaccinee> vaccinee = Optional.ofNullable(row.getObject(5, UUID.class)).flatMap(whose);
    return new State(
        id,
        new DoseId(row.getObject(2, UUID.class)),
        row.getInt(3),
        LifeCycle.valueOf(row.getString(4)),
        vaccinee,
        row.getString(6),
        row.getString(7),
        Optional.ofNullable(row.getString(8)).map(BatchNumber::new),
        PartialDate.parse(row.getString(9)),
        Optional.ofNullable(row.getString(10)).map(AgeCohort::new),
        circumstances(id, vaccinee, row),
        row.getObject(13, OffsetDateTime.class).toInstant());
  }

  private Circumstances circumstances(UUID id, Optional<Vaccinee> vaccinee, ResultSet row)
      throws SQLException {
    byte[] plain =
        vaccinee.isPresent()
            ? told.open(vaccinee.get().key(), id, row.getBytes(12))
            : administrations.open(id, row.getBytes(11));
    return json.readValue(plain, Circumstances.class);
  }
}
