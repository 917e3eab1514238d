// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.cims.registry.access.Party;
import nl.cims.registry.intake.Outcome.Field;
import nl.cims.registry.intake.Outcome.Reason;
import nl.cims.registry.intake.Outcome.Rule;
import nl.cims.registry.intake.ReportedVaccination.Intention;

/// How reports stand in their table.
final class Rows {

  private Rows() {}

  static Inbox.Line line(ResultSet row, int number) throws SQLException {
    return new Inbox.Line(
        new Report(
            row.getObject(1, UUID.class),
            new Report.Key(row.getBytes(2), row.getBytes(3)),
            row.getObject(4, UUID.class),
            Party.Channel.valueOf(row.getString(5)),
            Intention.valueOf(row.getString(6)),
            instant(row, 7),
            Report.Fate.valueOf(row.getString(8)),
            reasons(row, 9),
            row.getObject(10, UUID.class),
            instant(row, 11)),
        row.getBoolean(12));
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static List<Reason> reasons(ResultSet row, int column) throws SQLException {
    return Arrays.stream((String[]) row.getArray(column).getArray()).map(Rows::reason).toList();
  }

  static String[] reasons(List<Reason> reasons) {
    return reasons.stream().map(it -> it.rule() + "@" + it.field()).toArray(String[]::new);
  }

  private static Reason reason(String stored) {
    int at = stored.indexOf('@');
    return new Reason(
        Rule.valueOf(stored.substring(0, at)), Field.valueOf(stored.substring(at + 1)));
  }
}
