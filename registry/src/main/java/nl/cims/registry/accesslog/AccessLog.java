// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogView;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.contracts.citizen.AccessLogView.Role;
import nl.cims.registry.protection.KeyedIndex;
import nl.cims.registry.protection.Protection;
import nl.cims.registry.protection.Sealing;
import nl.cims.vocabulary.Bsn;
import org.springframework.jdbc.core.SqlParameterValue;
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
      INSERT INTO accesslog.entry (%s, leaf) VALUES (%s)
      """
          .formatted(Column.LIST, "?, ".repeat(Column.values().length) + "?");

  private static final String ABOUT =
      """
      SELECT %s FROM accesslog.entry
      WHERE subject_index = ANY (?) AND at >= ? AND at < ?
      ORDER BY at DESC, id DESC
      LIMIT ?
      """
          .formatted(Column.LIST);

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
    add(entry, Optional.of(subject));
  }

  /// Adds a line about an act that is about no one person, such as a look at a list or at the log
  /// itself, in the transaction of that act.
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(LogEntry entry) {
    add(entry, Optional.empty());
  }

  /// Adds a line about something that was refused, and commits it by itself.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void writeRefused(LogEntry entry, Bsn subject) {
    add(entry, Optional.of(subject));
  }

  /// Adds a line about something that was refused and is about no one person, and commits it by
  /// itself.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void writeRefused(LogEntry entry) {
    add(entry, Optional.empty());
  }

  /// The lines about this person in a period, newest first, as he may see them. Whoever asks has
  /// written that he looks.
  ///
  /// @param from the first moment
  /// @param until the moment after the last
  /// @param most how many at the most
  public List<AccessLogView.Line> about(Bsn subject, Instant from, Instant until, int most) {
    return rowsAbout(subject, from, until, most).stream().map(AccessLog::line).toList();
  }

  List<Row> rowsAbout(Bsn subject, Instant from, Instant until, int most) {
    return jdbc.sql(ABOUT)
        .params(
            index.all(number(subject)).toArray(byte[][]::new),
            from.atOffset(ZoneOffset.UTC),
            until.atOffset(ZoneOffset.UTC),
            most)
        .query((row, number) -> Row.read(row, 1))
        .list();
  }

  private void add(LogEntry entry, Optional<Bsn> subject) {
    UUID id = ids.generate();
    Row row = row(id, entry, subject);
    List<Object> values = new ArrayList<>();
    for (Column column : Column.values()) {
      Object value = row.value(column);
      values.add(value == null ? new SqlParameterValue(Types.BINARY, null) : value);
    }
    jdbc.sql(ADD).params(values).param(Leaf.of(row)).update();
  }

  private Row row(UUID id, LogEntry entry, Optional<Bsn> subject) {
    LogEntry.Act act = entry.act();
    LogEntry.Caller caller = entry.caller();
    LogEntry.Grounds grounds = entry.grounds();
    Map<Column, Object> values = new EnumMap<>(Column.class);
    values.put(Column.ID, id);
    values.put(Column.AT, entry.at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    values.put(Column.ACTION, act.action().name());
    values.put(Column.PERMITTED, act.outcome() != Outcome.REFUSED);
    values.put(Column.FOUND, act.outcome() == Outcome.GIVEN);
    values.put(Column.KIND, act.kind().name());
    values.put(Column.DATA, act.data().name());
    values.put(Column.SENSITIVITY, act.sensitivity());
    values.put(Column.MEDIUM, act.medium().name());
    values.put(Column.REQUESTER, entry.requester().name());
    values.put(Column.CALLER, caller.id());
    values.put(Column.CALLER_NAME, caller.name());
    values.put(Column.CALLER_ROLE, caller.role().name());
    values.put(Column.RESPONSIBLE, caller.responsible());
    values.put(Column.ORGANISATION, caller.organisation());
    values.put(Column.NETWORK_POINT, caller.networkPoint());
    values.put(Column.ASSURANCE, caller.assurance().name());
    values.put(Column.PURPOSE, grounds.purpose().name());
    values.put(Column.RULE, grounds.rule());
    values.put(Column.CARE_RELATION, grounds.careRelation());
    values.put(Column.CONSENT, grounds.consent());
    values.put(Column.EMERGENCY, grounds.emergency());
    values.put(Column.SOURCE_SYSTEM, SOURCE_SYSTEM);
    values.put(Column.TRACE, entry.trace());
    subject.ifPresent(
        bsn -> {
          values.put(Column.SUBJECT_INDEX, indexOf(bsn));
          values.put(Column.SUBJECT, subjects.seal(id, number(bsn)));
        });
    return new Row(values);
  }

  /// What the log calls this person where staff read it: a name that means nothing outside the log,
  /// by which lines about one person are told from others.
  public String nameOf(Bsn subject) {
    return name(indexOf(subject));
  }

  static String name(byte[] index) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(index);
  }

  byte[] indexOf(Bsn subject) {
    return index.of(number(subject));
  }

  private static byte[] number(Bsn subject) {
    return subject.reveal().getBytes(StandardCharsets.US_ASCII);
  }

  private static AccessLogView.Line line(Row row) {
    LogEntry entry = row.entry();
    LogEntry.Act act = entry.act();
    Role caller = entry.caller().role();
    return new AccessLogView.Line(
        row.id(),
        entry.at(),
        entry.caller().organisation(),
        caller,
        entry.requester(),
        handler(caller),
        act.kind(),
        act.action(),
        act.data(),
        entry.grounds().purpose(),
        act.medium(),
        entry.grounds().emergency(),
        act.outcome());
  }

  /// Staff handle a request themselves; everybody else is answered by the register by itself.
  static Role handler(Role caller) {
    return caller.isStaff() ? caller : Role.SYSTEM;
  }
}
