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
import nl.cims.registry.access.Permission;
import nl.cims.registry.accesslog.AccessLog;
import nl.cims.registry.accesslog.LogEntry;
import nl.cims.registry.dossier.Errand;
import nl.cims.registry.dossier.Occasion;
import nl.cims.registry.dossier.Visit;
import nl.cims.registry.dossier.Visit.Deed;
import nl.cims.registry.intake.Outcome;
import nl.cims.registry.intake.Quarantine;
import nl.cims.registry.intake.ReportedPerson;
import nl.cims.registry.intake.ReportedVaccination;
import nl.cims.vocabulary.Bsn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What staff do with reports that wait: see what one says, take it up again, note that its source
/// was asked. The first two are lines in the access log of the person whom the report is about.
@Service
@WithConsole
public class WaitingReports {

  private static final String ASK =
      "INSERT INTO console.question (id, report, staff, name, text, asked_at) VALUES (?, ?, ?, ?, ?, ?)";

  private static final String QUESTIONS =
      "SELECT id, name, text, asked_at FROM console.question WHERE report = ? ORDER BY asked_at";

  static final String NAME = "console.question.name";
  static final String TEXT = "console.question.text";

  private static final Deed OPENING = new Deed(Action.READ, Kind.QUARANTINE_VIEW, Data.QUARANTINE);
  private static final Deed TAKING_UP =
      new Deed(Action.UPDATE, Kind.QUARANTINE_REPAIR, Data.QUARANTINE);

  private final JdbcClient jdbc;
  private final Quarantine quarantine;
  private final AccessLog log;
  private final Words words;
  private final Clock clock;

  WaitingReports(JdbcClient jdbc, Quarantine quarantine, AccessLog log, Words words, Clock clock) {
    this.jdbc = jdbc;
    this.quarantine = quarantine;
    this.log = log;
    this.words = words;
    this.clock = clock;
  }

  /// What a report says, with the person; empty if it does not wait.
  ///
  /// @param reference which case, letter or call makes it necessary
  @Transactional
  public Optional<ReportedVaccination> open(Visit visit, UUID report, String reference) {
    Optional<ReportedVaccination> said = quarantine.open(report);
    said.ifPresent(it -> write(visit, OPENING, reference, it));
    return said;
  }

  /// Takes a report up again; empty if it does not wait.
  @Transactional
  public Optional<Outcome> redrive(Visit visit, UUID report) {
    Optional<ReportedVaccination> said = quarantine.open(report);
    said.ifPresent(it -> write(visit, TAKING_UP, report.toString(), it));
    return said.flatMap(it -> quarantine.redrive(report));
  }

  /// Notes that its source was asked about a report.
  public void ask(Visit visit, UUID report, String text) {
    UUID id = Generators.timeBasedEpochGenerator().generate();
    jdbc.sql(ASK)
        .params(id, report, visit.employee().id(), words.seal(NAME, id, visit.employee().name()))
        .params(words.seal(TEXT, id, text), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// What its source was asked about a report, the oldest first.
  public List<Question> questions(UUID report) {
    return jdbc.sql(QUESTIONS).param(report).query(this::question).list();
  }

  private Question question(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    return new Question(
        words.open(NAME, id, row.getBytes(2)),
        words.open(TEXT, id, row.getBytes(3)),
        row.getObject(4, OffsetDateTime.class).toInstant());
  }

  private void write(Visit visit, Deed deed, String reference, ReportedVaccination said) {
    LogEntry entry =
        visit.entry(
            deed,
            nl.cims.contracts.citizen.AccessLogView.Outcome.GIVEN,
            Permission.HANDLE_QUARANTINE,
            new Errand(Occasion.WAITING_REPORT, reference),
            clock.instant());
    Optional<Bsn> bsn = said.person().flatMap(ReportedPerson::bsn);
    bsn.ifPresentOrElse(it -> log.write(entry, it), () -> log.write(entry));
  }
}
