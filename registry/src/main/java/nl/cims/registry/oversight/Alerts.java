// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.oversight;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogView.Action;
import nl.cims.contracts.citizen.AccessLogView.Data;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.registry.access.Permission;
import nl.cims.registry.access.StaffRole;
import nl.cims.registry.accesslog.AccessLog;
import nl.cims.registry.dossier.Errand;
import nl.cims.registry.dossier.Occasion;
import nl.cims.registry.dossier.Visit;
import nl.cims.registry.oversight.Alert.Judgement;
import nl.cims.registry.oversight.Alert.Verdict;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.SealedText;
import nl.cims.vocabulary.Bsn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The signs that supervisors have to look at, and what they thought of them. Each sign is told
/// once a day for each measure that it leads to; another person judges it, once.
@Service
public class Alerts {

  private static final String RAISE =
      """
      INSERT INTO oversight.alert (id, staff, name, role, sign, measure, count, usual, subject, raised_at)
      SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      WHERE NOT EXISTS (
        SELECT FROM oversight.alert a LEFT JOIN oversight.judgement j ON j.alert = a.id
        WHERE a.staff = ? AND a.sign = ? AND a.measure = ? AND a.raised_at > ? AND j.verdict IS DISTINCT FROM 'EXPLAINED')
      """;

  private static final String SUSPENDED =
      """
      SELECT EXISTS (
        SELECT FROM oversight.alert a LEFT JOIN oversight.judgement j ON j.alert = a.id
        WHERE a.staff = ? AND a.measure = 'SUSPENDED' AND j.verdict IS DISTINCT FROM 'EXPLAINED')
      """;

  private static final String EXPLAINED =
      """
      SELECT a.sign, max(j.judged_at) FROM oversight.alert a JOIN oversight.judgement j ON j.alert = a.id
      WHERE a.staff = ? AND a.raised_at > ? AND j.verdict = 'EXPLAINED' GROUP BY a.sign
      """;

  // Of two who judge at the same moment one wins.
  private static final String JUDGE =
      """
      INSERT INTO oversight.judgement (alert, staff, judge, name, verdict, reason, judged_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (alert) DO NOTHING
      """;

  private static final String LIST =
      """
      SELECT a.id, a.staff, a.name, a.role, a.sign, a.measure, a.count, a.usual, a.subject, a.raised_at,
        j.verdict, j.name, j.reason, j.judged_at
      FROM oversight.alert a LEFT JOIN oversight.judgement j ON j.alert = a.id
      """;

  // What holds somebody off comes first: he cannot work until it is judged.
  private static final String OPEN_FIRST =
      LIST
          + """
          ORDER BY j.alert IS NOT NULL, a.measure = 'SUSPENDED' AND j.alert IS NULL DESC, a.raised_at DESC, a.id
          LIMIT ?
          """;

  private static final String ONE = LIST + "WHERE a.id = ?";

  private static final String COUNT =
      """
      SELECT count(*) FROM oversight.alert a
      WHERE NOT EXISTS (SELECT FROM oversight.judgement j WHERE j.alert = a.id)
      """;

  private static final Visit.Deed JUDGING =
      new Visit.Deed(Action.CREATE, Kind.ALERT_REVIEW, Data.ACCESS_LOG);

  private final JdbcClient jdbc;
  private final AccessLog log;
  private final Clock clock;
  private final SealedText names;
  private final SealedText judges;
  private final SealedText reasons;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  Alerts(JdbcClient jdbc, AccessLog log, Protection protection, Clock clock) {
    this.jdbc = jdbc;
    this.log = log;
    this.clock = clock;
    this.names = protection.text("oversight", "oversight.alert.name");
    this.judges = protection.text("oversight", "oversight.judgement.name");
    this.reasons = protection.text("oversight", "oversight.judgement.reason");
  }

  /// Tells supervisors of a sign, unless it was told in the last day.
  ///
  /// @param bsn of the person who was asked for
  void raise(Visit visit, String role, Finding finding, Bsn bsn) {
    UUID id = ids.generate();
    String staff = visit.employee().id();
    Instant now = clock.instant();
    String sign = finding.sign().name();
    String measure = finding.measure().name();
    jdbc.sql(RAISE)
        .params(id, staff, names.seal(id, visit.employee().name()), role, sign, measure)
        .params(finding.count(), finding.usual(), log.nameOf(bsn), at(now))
        .params(staff, sign, measure, at(now.minus(Signs.DAY)))
        .update();
  }

  /// Whether this employee gets nothing until somebody has judged what he did.
  public boolean isSuspended(String staff) {
    return jdbc.sql(SUSPENDED).param(staff).query(Boolean.class).single();
  }

  /// Since when each sign counts anew for this employee, because what was before was explained.
  Map<Sign, Instant> explained(String staff) {
    Map<Sign, Instant> since = new EnumMap<>(Sign.class);
    jdbc.sql(EXPLAINED)
        .params(staff, at(clock.instant().minus(LookUps.KEPT)))
        .query(
            row -> {
              since.put(
                  Sign.valueOf(row.getString(1)),
                  row.getObject(2, OffsetDateTime.class).toInstant());
            });
    return since;
  }

  /// How many nobody has judged yet.
  public long waiting() {
    return jdbc.sql(COUNT).query(Long.class).single();
  }

  /// Those that nobody has judged first: who is suspended, then the newest.
  public List<Alert> list(int most) {
    return jdbc.sql(OPEN_FIRST).param(most).query(this::alert).list();
  }

  /// Judges one.
  ///
  /// @param reason in the supervisor's words
  @Transactional
  public Judged judge(Visit visit, UUID id, Verdict verdict, String reason) {
    Alert alert = jdbc.sql(ONE).param(id).query(this::alert).optional().orElse(null);
    if (alert == null) {
      return Judged.UNKNOWN;
    }
    if (alert.staff().equals(visit.employee().id())) {
      return Judged.OWN;
    }
    Instant now = clock.instant();
    int written =
        jdbc.sql(JUDGE)
            .params(id, alert.staff(), visit.employee().id())
            .params(judges.seal(id, visit.employee().name()), verdict.name())
            .params(reasons.seal(id, reason), at(now))
            .update();
    if (written == 0) {
      return Judged.BEFORE;
    }
    Errand errand = new Errand(Occasion.SUPERVISION, id.toString());
    log.write(visit.entry(JUDGING, Outcome.GIVEN, Permission.JUDGE_ALERTS, errand, now));
    return Judged.JUDGED;
  }

  private Alert alert(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    return new Alert(
        id,
        row.getString(2),
        names.open(id, row.getBytes(3)),
        StaffRole.valueOf(row.getString(4)),
        new Finding(
            Sign.valueOf(row.getString(5)),
            Measure.valueOf(row.getString(6)),
            row.getInt(7),
            row.getInt(8)),
        row.getString(9),
        row.getObject(10, OffsetDateTime.class).toInstant(),
        judgement(id, row));
  }

  private Optional<Judgement> judgement(UUID id, ResultSet row) throws SQLException {
    String verdict = row.getString(11);
    return verdict == null
        ? Optional.empty()
        : Optional.of(
            new Judgement(
                Verdict.valueOf(verdict),
                judges.open(id, row.getBytes(12)),
                reasons.open(id, row.getBytes(13)),
                row.getObject(14, OffsetDateTime.class).toInstant()));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
