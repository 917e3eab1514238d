// SPDX-License-Identifier: EUPL-1.2
package nl.cims.safeguard;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;

/// What must hold of a database and of the role under which we work in it.
public final class DatabaseRules {

  private static final String POWERS =
      """
      SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls,
        EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid),
        current_setting('log_parameter_max_length'), current_setting('log_parameter_max_length_on_error'),
        current_setting('synchronous_commit'), current_setting('fsync'), current_setting('full_page_writes'),
        coalesce((SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()), false),
        current_setting('server_version_num')::int
      FROM pg_roles WHERE rolname = current_user
      """;

  private static final int OLDEST = 150_000;

  private DatabaseRules() {}

  /// Refuses to go on if something does not hold of the database of this data source. Of a demo
  /// only the role is looked at.
  ///
  /// @throws StartRefused with what does not hold
  public static void require(DataSource source, Settings settings) {
    List<Finding> findings;
    try (Connection connection = source.getConnection()) {
      findings = findings(connection);
    } catch (SQLException away) {
      throw new IllegalStateException("the database does not answer: " + away.getSQLState(), away);
    }
    if (settings.demo()) {
      findings = findings.stream().filter(each -> each.setting().startsWith("role")).toList();
    }
    if (!findings.isEmpty()) {
      throw new StartRefused(findings);
    }
  }

  /// What does not hold.
  static List<Finding> findings(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(POWERS);
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("PostgreSQL does not know the role that asks");
      }
      List<Finding> findings = new ArrayList<>();
      String role = "role " + connection.getMetaData().getUserName();
      add(
          findings,
          row.getBoolean(1),
          role,
          "may do more than its work; use the one that the migrations make.");
      add(
          findings,
          row.getBoolean(2),
          role,
          "owns tables, so that no right binds it; use the one that the migrations make.");
      setting(
          findings,
          row.getString(3),
          "0"::equals,
          "log_parameter_max_length",
          "lets values into PostgreSQL's log; set 0.");
      setting(
          findings,
          row.getString(4),
          "0"::equals,
          "log_parameter_max_length_on_error",
          "lets values into PostgreSQL's log; set 0.");
      setting(
          findings,
          row.getString(5),
          said -> !said.equals("off") && !said.equals("local"),
          "synchronous_commit",
          "lets a power cut take what was acknowledged; set on.");
      setting(
          findings,
          row.getString(6),
          "on"::equals,
          "fsync",
          "lets a power cut take everything; set on.");
      setting(
          findings,
          row.getString(7),
          "on"::equals,
          "full_page_writes",
          "lets a power cut tear pages; set on.");
      add(findings, !row.getBoolean(8), "connection", "has no TLS; use sslmode=verify-full.");
      add(findings, row.getInt(9) < OLDEST, "PostgreSQL", "is older than 15; use a newer one.");
      return findings;
    }
  }

  private static void setting(
      List<Finding> findings, String value, Predicate<String> good, String name, String sentence) {
    add(findings, !good.test(value), "PostgreSQL's " + name, sentence);
  }

  private static void add(List<Finding> findings, boolean wrong, String where, String sentence) {
    if (wrong) {
      findings.add(new Finding(where, sentence));
    }
  }
}
