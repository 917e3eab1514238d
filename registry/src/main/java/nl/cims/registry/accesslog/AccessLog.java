// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.AccessLogView.Role;
import nl.cims.registry.protection.KeyedIndex;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Sealing;
import nl.cims.vocabulary.Bsn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The log of who saw or did what with whose data. It is only ever added to. Whom a line is about
/// is found by an index and opened by a key that belong to the log alone, so that a dossier can be
/// destroyed without breaking the log.
@Repository
public class AccessLog {

  private static final String ADD =
      """
      INSERT INTO accesslog.entry
        (id, at, action, permitted, kind, data, sensitivity, medium, caller, caller_name, caller_role, responsible,
         organisation, network_point, purpose, rule, care_relation, consent, emergency, source_system, trace,
         subject_index, subject, leaf)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String READ =
      """
      SELECT at, organisation, caller_role, kind, action, data, purpose, medium, emergency, permitted
      FROM accesslog.entry
      WHERE subject_index = ANY (?) AND at >= ? AND at < ?
      ORDER BY at DESC, id DESC
      LIMIT ?
      """;

  private static final String SOURCE_SYSTEM = "registry";

  private final JdbcClient jdbc;
  private final KeyedIndex index;
  private final Sealing subjects;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  AccessLog(JdbcClient jdbc, Protection protection) {
    this.jdbc = jdbc;
    this.index = protection.index("accesslog-lookup");
    this.subjects = protection.sealing("accesslog", "accesslog.entry.subject");
  }

  /// Adds a line, in the transaction of the read that it is about: if either fails, neither
  /// happened.
  ///
  /// @param entry what was done
  /// @param subject whose data it was about
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(LogEntry entry, Bsn subject) {
    add(entry, subject);
  }

  /// Adds a line about something that was refused, and commits it by itself.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void writeRefused(LogEntry entry, Bsn subject) {
    add(entry, subject);
  }

  /// The lines about this person in a period, newest first.
  ///
  /// @param from the first moment
  /// @param until the moment after the last
  /// @param most how many at the most
  public List<AccessLogView.Line> about(Bsn subject, Instant from, Instant until, int most) {
    return jdbc.sql(READ)
        .params(
            index.all(number(subject)).toArray(byte[][]::new),
            from.atOffset(ZoneOffset.UTC),
            until.atOffset(ZoneOffset.UTC),
            most)
        .query(AccessLog::line)
        .list();
  }

  private void add(LogEntry entry, Bsn subject) {
    UUID id = ids.generate();
    LogEntry.Act act = entry.act();
    LogEntry.Caller caller = entry.caller();
    LogEntry.Grounds grounds = entry.grounds();
    List<Object> columns =
        List.of(
            id,
            entry.at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
            act.action().name(),
            act.permitted(),
            act.kind().name(),
            act.data().name(),
            act.sensitivity(),
            act.medium().name(),
            caller.id(),
            caller.name(),
            caller.role().name(),
            caller.responsible(),
            caller.organisation(),
            caller.networkPoint(),
            grounds.purpose().name(),
            grounds.rule(),
            grounds.careRelation(),
            grounds.consent(),
            grounds.emergency(),
            SOURCE_SYSTEM,
            entry.trace(),
            indexOf(subject),
            subjects.seal(id, number(subject)));
    jdbc.sql(ADD).params(columns).param(Leaf.of(columns)).update();
  }

  private byte[] indexOf(Bsn subject) {
    return index.of(number(subject));
  }

  private static byte[] number(Bsn subject) {
    return subject.reveal().getBytes(StandardCharsets.US_ASCII);
  }

  private static AccessLogView.Line line(ResultSet row, int number) throws SQLException {
    Role caller = Role.valueOf(row.getString(3));
    return new AccessLogView.Line(
        row.getObject(1, OffsetDateTime.class).toInstant(),
        row.getString(2),
        caller,
        caller,
        handler(caller),
        AccessLogView.Kind.valueOf(row.getString(4)),
        AccessLogView.Action.valueOf(row.getString(5)),
        AccessLogView.Data.valueOf(row.getString(6)),
        AccessLogView.Reason.valueOf(row.getString(7)),
        AccessLogView.Medium.valueOf(row.getString(8)),
        row.getBoolean(9),
        row.getBoolean(10));
  }

  /// Staff handle what they ask themselves; everybody else is answered by the register by itself.
  static Role handler(Role caller) {
    return switch (caller) {
      case REGISTER_STAFF -> Role.REGISTER_STAFF;
      case CITIZEN, CARE_PROVIDER, SYSTEM -> Role.SYSTEM;
    };
  }
}
