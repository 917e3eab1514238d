// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.vocabulary.Bsn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What staff who watch over the register see of the log. Each look is a line of the log itself,
/// written in the same transaction: without the line there is nothing to see.
@Service
public class Inspections {

  private static final String BY_EMPLOYEE =
      """
      SELECT %s FROM accesslog.entry
      WHERE caller = ? AND caller_name <> '' AND at >= ? AND at < ?
      ORDER BY at DESC, id DESC
      LIMIT ?
      """
          .formatted(Column.LIST);

  private final AccessLog log;
  private final JdbcClient jdbc;

  Inspections(AccessLog log, JdbcClient jdbc) {
    this.log = log;
    this.jdbc = jdbc;
  }

  /// A line as staff see it: everything but whose number it is about.
  ///
  /// @param id its number
  /// @param entry what it says
  /// @param subject a name for the person that means nothing outside the log, by which lines about
  ///   one person are told from others; empty if it is about no one person
  public record Line(UUID id, LogEntry entry, Optional<String> subject) {}

  /// A stretch of time.
  ///
  /// @param from the first moment
  /// @param until the moment after the last
  public record Period(Instant from, Instant until) {}

  /// The lines about this person, newest first. The look is a line about him too, so he sees it.
  ///
  /// @param look who looks and why; its kind is [Kind#LOG_VIEW]
  /// @param most how many at the most
  @Transactional
  public List<Line> ofPerson(LogEntry look, Bsn subject, Period period, int most) {
    log.write(checked(look), subject);
    return log.rowsAbout(subject, period.from(), period.until(), most).stream()
        .map(Inspections::line)
        .toList();
  }

  /// What this employee did, newest first.
  ///
  /// @param look who looks and why; its kind is [Kind#LOG_VIEW]
  /// @param employee under which name the system knows him ([LogEntry.Caller#id])
  /// @param most how many at the most
  @Transactional
  public List<Line> ofEmployee(LogEntry look, String employee, Period period, int most) {
    log.write(checked(look));
    return jdbc.sql(BY_EMPLOYEE)
        .params(
            employee,
            period.from().atOffset(ZoneOffset.UTC),
            period.until().atOffset(ZoneOffset.UTC),
            most)
        .query((row, number) -> line(Row.read(row, 1)))
        .list();
  }

  private static LogEntry checked(LogEntry look) {
    if (look.act().kind() != Kind.LOG_VIEW) {
      throw new IllegalArgumentException("a look at the log is logged as one");
    }
    return look;
  }

  private static Line line(Row row) {
    Optional<String> subject =
        row.value(Column.SUBJECT_INDEX) instanceof byte[] index
            ? Optional.of(AccessLog.name(index))
            : Optional.empty();
    return new Line(row.id(), row.entry(), subject);
  }
}
