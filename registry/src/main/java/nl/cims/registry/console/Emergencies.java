// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.console;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogView.Action;
import nl.cims.contracts.citizen.AccessLogView.Data;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.registry.access.Permission;
import nl.cims.registry.access.StaffRole;
import nl.cims.registry.accesslog.AccessLog;
import nl.cims.registry.console.Emergency.Judgement;
import nl.cims.registry.console.Emergency.Verdict;
import nl.cims.registry.dossier.Errand;
import nl.cims.registry.dossier.Occasion;
import nl.cims.registry.dossier.StaffSearch;
import nl.cims.registry.dossier.Visit;
import nl.cims.registry.oversight.Judged;
import nl.cims.registry.person.PersonId;
import nl.cims.vocabulary.Bsn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opening a dossier without a relation, and judging that afterwards. It is on the list in the
/// transaction in which the person is looked for, also if nobody is found; and another person
/// judges it, once.
@Service
@WithConsole
public class Emergencies {

  private static final String ADD =
      """
      INSERT INTO console.emergency (id, staff, name, role, reason, opened_at) VALUES (?, ?, ?, ?, ?, ?)
      """;

  // Of two who judge at the same moment one wins.
  private static final String JUDGE =
      """
      INSERT INTO console.judgement (emergency, opened_by, judge, name, verdict, reason, judged_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (emergency) DO NOTHING
      """;

  private static final String LIST =
      """
      SELECT e.id, e.staff, e.name, e.role, e.reason, e.opened_at, j.verdict, j.name, j.reason, j.judged_at
      FROM console.emergency e LEFT JOIN console.judgement j ON j.emergency = e.id
      """;

  private static final String OPEN_FIRST =
      LIST + "ORDER BY j.emergency IS NOT NULL, e.opened_at DESC, e.id LIMIT ?";

  private static final String ONE = LIST + "WHERE e.id = ?";

  private static final String COUNT =
      """
      SELECT count(*) FROM console.emergency e
      WHERE NOT EXISTS (SELECT FROM console.judgement j WHERE j.emergency = e.id)
      """;

  static final String NAME = "console.emergency.name";
  static final String REASON = "console.emergency.reason";
  static final String JUDGE_NAME = "console.judgement.name";
  static final String JUDGE_REASON = "console.judgement.reason";

  private static final Visit.Deed JUDGING =
      new Visit.Deed(Action.CREATE, Kind.EMERGENCY_REVIEW, Data.ACCESS_LOG);

  private final JdbcClient jdbc;
  private final StaffSearch search;
  private final AccessLog log;
  private final Words words;
  private final Clock clock;

  Emergencies(JdbcClient jdbc, StaffSearch search, AccessLog log, Words words, Clock clock) {
    this.jdbc = jdbc;
    this.search = search;
    this.log = log;
    this.words = words;
    this.clock = clock;
  }

  /// What came of asking for a dossier in an emergency.
  ///
  /// @param errand under which to open it
  /// @param person whose it is; empty if the register knows nobody under the number
  public record Asked(Errand errand, Optional<PersonId> person) {}

  /// Looks for the person with exactly this number, and puts it on the list.
  ///
  /// @param reason why it cannot wait, in the employee's words
  @Transactional
  public Asked open(Visit visit, String reason, Bsn bsn) {
    UUID id = Generators.timeBasedEpochGenerator().generate();
    StaffRole role =
        visit.employee().roleFor(Permission.OPEN_IN_EMERGENCY).orElse(StaffRole.REGISTRAR);
    jdbc.sql(ADD)
        .params(
            id,
            visit.employee().id(),
            words.seal(NAME, id, visit.employee().name()),
            role.name(),
            words.seal(REASON, id, reason),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    Errand errand = new Errand(Occasion.EMERGENCY, id.toString());
    return new Asked(errand, search.find(visit, errand, bsn));
  }

  /// How many nobody has judged yet.
  public long waiting() {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  /// Those that nobody has judged first, each newest first.
  public List<Emergency> list(int most) {
    return jdbc.sql(OPEN_FIRST).param(most).query(this::emergency).list();
  }

  /// Judges one.
  @Transactional
  public Judged judge(Visit visit, UUID id, Verdict verdict, String reason) {
    Emergency emergency = jdbc.sql(ONE).param(id).query(this::emergency).optional().orElse(null);
    if (emergency == null) {
      return Judged.UNKNOWN;
    }
    if (emergency.staff().equals(visit.employee().id())) {
      return Judged.OWN;
    }
    int written =
        jdbc.sql(JUDGE)
            .params(id, emergency.staff(), visit.employee().id())
            .params(
                words.seal(JUDGE_NAME, id, visit.employee().name()),
                verdict.name(),
                words.seal(JUDGE_REASON, id, reason))
            .param(clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    if (written == 0) {
      return Judged.BEFORE;
    }
    Errand errand = new Errand(Occasion.SUPERVISION, id.toString());
    log.write(
        visit.entry(JUDGING, Outcome.GIVEN, Permission.JUDGE_EMERGENCIES, errand, clock.instant()));
    return Judged.JUDGED;
  }

  private Emergency emergency(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    String verdict = row.getString(7);
    Optional<Judgement> judgement =
        verdict == null
            ? Optional.empty()
            : Optional.of(
                new Judgement(
                    Verdict.valueOf(verdict),
                    words.open(JUDGE_NAME, id, row.getBytes(8)),
                    words.open(JUDGE_REASON, id, row.getBytes(9)),
                    row.getObject(10, OffsetDateTime.class).toInstant()));
    return new Emergency(
        id,
        row.getString(2),
        words.open(NAME, id, row.getBytes(3)),
        StaffRole.valueOf(row.getString(4)),
        words.open(REASON, id, row.getBytes(5)),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        judgement);
  }
}
