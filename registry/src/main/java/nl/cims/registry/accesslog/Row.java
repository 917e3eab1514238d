// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.cims.contracts.citizen.AccessLogView.Action;
import nl.cims.contracts.citizen.AccessLogView.Data;
import nl.cims.contracts.citizen.AccessLogView.Kind;
import nl.cims.contracts.citizen.AccessLogView.Medium;
import nl.cims.contracts.citizen.AccessLogView.Outcome;
import nl.cims.contracts.citizen.AccessLogView.Reason;
import nl.cims.contracts.citizen.AccessLogView.Role;
import nl.cims.registry.accesslog.LogEntry.Assurance;
import org.jspecify.annotations.Nullable;

/// A row of the log as the database holds it, but for its leaf hash and its place.
final class Row {

  private final Map<Column, Object> values;

  Row(Map<Column, Object> values) {
    this.values = values;
  }

  /// The row that a statement gives which lists [Column#LIST] from this place on.
  static Row read(ResultSet found, int first) throws SQLException {
    Map<Column, Object> values = new EnumMap<>(Column.class);
    int place = first;
    for (Column column : Column.values()) {
      Object value = column.read(found, place++);
      if (value != null) {
        values.put(column, value);
      }
    }
    return new Row(values);
  }

  /// What a column holds, if anything.
  @Nullable Object value(Column column) {
    return values.get(column);
  }

  /// Of which version its canonical bytes are.
  int version() {
    return Column.LATER.stream().anyMatch(values::containsKey) ? Leaf.VERSION : Leaf.FIRST_VERSION;
  }

  UUID id() {
    return (UUID) Objects.requireNonNull(value(Column.ID));
  }

  Instant at() {
    return ((OffsetDateTime) Objects.requireNonNull(value(Column.AT))).toInstant();
  }

  /// The columns that the person may see, or the others.
  static List<Column> columns(boolean shown) {
    return Arrays.stream(Column.values()).filter(column -> column.isShown() == shown).toList();
  }

  /// What the person may see, as it enters the leaf hash.
  Map<String, String> shown() {
    Map<String, String> shown = new LinkedHashMap<>();
    columns(true).forEach(column -> shown.put(column.label(), Leaf.text(value(column))));
    return shown;
  }

  /// What it says, without whom it is about. Rows of version 1 do not say who asked for it apart
  /// from who did it.
  LogEntry entry() {
    Role caller = Role.valueOf(text(Column.CALLER_ROLE));
    boolean now = version() == Leaf.VERSION;
    return new LogEntry(
        at(),
        new LogEntry.Act(
            Action.valueOf(text(Column.ACTION)),
            outcome(now),
            Kind.valueOf(text(Column.KIND)),
            Data.valueOf(text(Column.DATA)),
            Medium.valueOf(text(Column.MEDIUM))),
        now ? Role.valueOf(text(Column.REQUESTER)) : caller,
        new LogEntry.Caller(
            text(Column.CALLER),
            text(Column.CALLER_NAME),
            caller,
            text(Column.RESPONSIBLE),
            text(Column.ORGANISATION),
            text(Column.NETWORK_POINT),
            now ? Assurance.valueOf(text(Column.ASSURANCE)) : Assurance.UNKNOWN),
        new LogEntry.Grounds(
            Reason.valueOf(text(Column.PURPOSE)),
            text(Column.RULE),
            text(Column.CARE_RELATION),
            text(Column.CONSENT),
            is(Column.EMERGENCY)),
        text(Column.TRACE));
  }

  private Outcome outcome(boolean now) {
    if (!is(Column.PERMITTED)) {
      return Outcome.REFUSED;
    }
    return now && !is(Column.FOUND) ? Outcome.NOTHING_FOUND : Outcome.GIVEN;
  }

  private String text(Column column) {
    return Leaf.text(Objects.requireNonNull(value(column), column::label));
  }

  private boolean is(Column column) {
    return Boolean.TRUE.equals(value(column));
  }
}
