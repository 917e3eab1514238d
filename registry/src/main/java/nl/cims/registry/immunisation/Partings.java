// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.immunisation;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.registry.immunisation.Parting.Act;
import nl.cims.registry.immunisation.Parting.Judgement;
import nl.cims.registry.immunisation.Parting.Outcome;
import nl.cims.registry.keyring.Keyring;
import nl.cims.registry.protection.ErasableSealing;
import nl.cims.registry.protection.Protection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where staff part reports that the rule takes for one dose, and undo it. Every decision is kept.
/// Does not log who looked at whose dossier: the staff pages do, as they open it.
@Service
public class Partings {

  // PostgreSQL orders the two ids, since Java compares UUIDs as signed numbers.
  private static final String LAST =
      """
      SELECT step, act FROM immunisation.parting
      WHERE one = LEAST(?::uuid, ?::uuid) AND other = GREATEST(?::uuid, ?::uuid)
      ORDER BY step DESC LIMIT 1
      """;

  private static final String APPEND =
      """
      INSERT INTO immunisation.parting (id, one, other, step, act, staff, reason, decided_at, link)
      VALUES (?, LEAST(?::uuid, ?::uuid), GREATEST(?::uuid, ?::uuid), ?, ?, ?, ?, ?, ?)
      ON CONFLICT (one, other, step) DO NOTHING
      """;

  private static final String ABOUT =
      """
      SELECT id, one, other, act, staff, reason, decided_at, link FROM immunisation.parting
      WHERE one = ? OR other = ?
      ORDER BY decided_at, step
      """;

  private static final String DECIDED =
      """
      SELECT count(*) FROM (
        SELECT DISTINCT one, other FROM immunisation.parting WHERE staff = ? AND decided_at > ?) AS pairs
      """;

  /// The reason, once nothing leads to the person any more.
  private static final byte[] GONE = {};

  private final JdbcClient jdbc;
  private final Immunisations immunisations;
  private final Clock clock;
  private final Keyring keyring;
  private final ErasableSealing reasons;

  Partings(
      JdbcClient jdbc,
      Immunisations immunisations,
      Clock clock,
      Protection protection,
      Keyring keyring) {
    this.jdbc = jdbc;
    this.immunisations = immunisations;
    this.clock = clock;
    this.reasons = protection.erasable("immunisation.parting.reason");
    this.keyring = keyring;
  }

  /// Parts two reports: from now on they are two doses.
  @Transactional
  public Outcome part(DoseId one, DoseId other, Judgement judgement) {
    return decide(one, other, Act.PARTED, judgement);
  }

  /// About how many pairs of reports this employee has decided since then.
  public int decidedBy(String staff, Instant since) {
    return jdbc.sql(DECIDED)
        .params(staff, since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /// Undoes a parting: from now on the rule decides again.
  @Transactional
  public Outcome undo(DoseId one, DoseId other, Judgement judgement) {
    return decide(one, other, Act.UNDONE, judgement);
  }

  /// What was decided about this dose and any other, the oldest first.
  public List<Parting> about(DoseId dose) {
    return jdbc.sql(ABOUT).params(dose.value(), dose.value()).query(this::parting).list();
  }

  private Outcome decide(DoseId one, DoseId other, Act act, Judgement judgement) {
    Optional<Vaccinee> vaccinee = one.equals(other) ? Optional.empty() : onePerson(one, other);
    if (vaccinee.isEmpty()) {
      return Outcome.NOT_ONE_PERSONS;
    }
    Optional<Last> last =
        jdbc.sql(LAST)
            .params(one.value(), other.value(), one.value(), other.value())
            .query((row, number) -> new Last(row.getInt(1), Act.valueOf(row.getString(2))))
            .optional();
    if (last.map(Last::act).orElse(Act.UNDONE) == act) {
      return Outcome.HELD_ALREADY;
    }
    // Of two decisions at the same moment one wins; the other finds it when it looks again.
    Decision decision = new Decision(last.map(Last::step).orElse(0) + 1, act, judgement);
    return append(one, other, decision, vaccinee.get()) ? Outcome.DECIDED : Outcome.HELD_ALREADY;
  }

  private boolean append(DoseId one, DoseId other, Decision decision, Vaccinee vaccinee) {
    UUID id = Generators.timeBasedEpochGenerator().generate();
    return jdbc.sql(APPEND)
            .params(id, one.value(), other.value(), one.value(), other.value())
            .params(decision.step, decision.act.name())
            .params(
                decision.judgement.staff(),
                reasons.seal(
                    vaccinee.key(),
                    id,
                    decision.judgement.reason().getBytes(StandardCharsets.UTF_8)),
                clock.instant().atOffset(ZoneOffset.UTC),
                vaccinee.link())
            .update()
        == 1;
  }

  private Optional<Vaccinee> onePerson(DoseId one, DoseId other) {
    Optional<Vaccinee> vaccinee = immunisations.latest(one).flatMap(State::vaccinee);
    return vaccinee.filter(
        it -> immunisations.latest(other).flatMap(State::vaccinee).filter(it::equals).isPresent());
  }

  private Parting parting(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    byte[] sealed = row.getBytes(6);
    byte[] reason =
        keyring
            .behind(row.getObject(8, UUID.class))
            .map(key -> reasons.open(key, id, sealed))
            .orElse(GONE);
    return new Parting(
        new DoseId(row.getObject(2, UUID.class)),
        new DoseId(row.getObject(3, UUID.class)),
        Act.valueOf(row.getString(4)),
        new Judgement(row.getString(5), new String(reason, StandardCharsets.UTF_8)),
        row.getObject(7, OffsetDateTime.class).toInstant());
  }

  private record Last(int step, Act act) {}

  private record Decision(int step, Act act, Judgement judgement) {}
}
