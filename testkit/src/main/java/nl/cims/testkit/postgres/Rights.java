// SPDX-License-Identifier: EUPL-1.2
package nl.cims.testkit.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the roles of a migrated database may do, as lines that a test compares with a file: one per
/// role, schema, table, sequence and function. An object that nobody may touch has a line too, so
/// that a new one without a line is noticed. A part of a divided table has one only if somebody may
/// do something to it directly.
///
/// ```
/// table person.person | registry_app INSERT, SELECT, UPDATE(details)
/// table flyway.flyway_schema_history | nobody
/// ```
///
/// The owner, who migrates, is left out: what it owns it may do everything to. So are roles of
/// others; a right that everybody has stands under `PUBLIC`.
public final class Rights {

  private static final Pattern LINE = Pattern.compile("table (\\S+) \\| (.*)");

  private final String url;
  private final String superuser;
  private final String owner;
  private final String roles;

  private Rights(String url, String superuser, String owner, String roles) {
    this.url = url;
    this.superuser = superuser;
    this.owner = owner;
    this.roles = roles;
  }

  /// @param roles the beginning of the names of those to look at, such as `registry_`
  public static Rights in(Database database, String roles) {
    return new Rights(database.url(), database.superuser(), database.migrateUser(), roles);
  }

  /// The lines of a file beside this class, without empty ones and remarks.
  public static List<String> expected(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + file + " beside " + beside);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// What differs, ready to be put into the file once it is what was meant; empty if nothing does.
  public String differences(List<String> expected) {
    List<String> found = lines();
    StringBuilder text = new StringBuilder();
    append(text, "The database has these, and the file has not:", found, expected);
    append(text, "The file has these, and the database has not:", expected, found);
    return text.toString();
  }

  private static void append(
      StringBuilder text, String title, List<String> all, List<String> without) {
    TreeSet<String> rest = new TreeSet<>(all);
    without.forEach(rest::remove);
    if (!rest.isEmpty()) {
      text.append(title).append('\n');
      rest.forEach(line -> text.append(line).append('\n'));
    }
  }

  /// Who may do what, by the catalogue.
  public List<String> lines() {
    String sql = resource("rights.sql");
    try (Connection connection = DriverManager.getConnection(url, superuser, "");
        Statement statement = connection.createStatement()) {
      statement.execute("SET rights.roles = '%s'".formatted(roles));
      statement.execute("SET rights.owner = '%s'".formatted(owner));
      try (ResultSet rows = statement.executeQuery(sql)) {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
          lines.add(rows.getString(1));
        }
        return lines;
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("the rights cannot be read", failed);
    }
  }

  /// Tries every verb on every table as each of these roles, and says where PostgreSQL lets
  /// somebody do what his line does not say, or the other way round. Everything is rolled back.
  ///
  /// @param lines as expected; the tables and rights that are tried
  public List<String> surprises(List<String> lines, List<String> asRoles) {
    List<String> surprises = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url, superuser, "");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String line : lines) {
        Matcher table = LINE.matcher(line);
        if (table.matches()) {
          for (String role : asRoles) {
            for (Verb verb : Verb.values()) {
              String column = column(statement, table.group(1), verb, role, table.group(2));
              boolean expected = verb.isIn(rightsOf(role, table.group(2)), column);
              boolean allowed =
                  isAllowed(connection, statement, role, verb.on(table.group(1), column));
              if (expected != allowed) {
                surprises.add(
                    "%s %s on %s: %s"
                        .formatted(
                            role, verb, table.group(1), allowed ? "is allowed" : "is refused"));
              }
            }
          }
        }
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("the rights cannot be tried", failed);
    }
    return surprises;
  }

  private static String rightsOf(String role, String rights) {
    for (String one : rights.split("; ", -1)) {
      if (one.startsWith(role + " ")) {
        return one.substring(role.length() + 1);
      }
    }
    return "";
  }

  /// For an update the first column that may be written, if only some may; else any column.
  private static String column(
      Statement statement, String table, Verb verb, String role, String rights)
      throws SQLException {
    Matcher some = Pattern.compile("UPDATE\\(([^,)]+)").matcher(rightsOf(role, rights));
    if (verb == Verb.UPDATE && some.find()) {
      return some.group(1);
    }
    try (ResultSet any =
        statement.executeQuery(
            "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = '' ORDER BY attnum LIMIT 1"
                .formatted(table))) {
      return any.next() ? any.getString(1) : "none";
    }
  }

  private static boolean isAllowed(
      Connection connection, Statement statement, String role, String sql) throws SQLException {
    statement.execute("SET SESSION AUTHORIZATION " + role);
    try {
      statement.execute(sql);
      return true;
    } catch (SQLException refused) {
      return !"42501".equals(refused.getSQLState());
    } finally {
      connection.rollback();
      statement.execute("RESET SESSION AUTHORIZATION");
      connection.commit();
    }
  }

  private static String resource(String name) {
    try (InputStream in = Rights.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("there is no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private enum Verb {
    SELECT,
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE;

    /// Touches no row; PostgreSQL asks for the right all the same.
    String on(String table, String column) {
      return switch (this) {
        case SELECT -> "SELECT %s FROM %s LIMIT 0".formatted(column, table);
        case INSERT -> "INSERT INTO %s DEFAULT VALUES".formatted(table);
        case UPDATE -> "UPDATE %s SET %s = NULL WHERE false".formatted(table, column);
        case DELETE -> "DELETE FROM %s WHERE false".formatted(table);
        case TRUNCATE -> "TRUNCATE %s".formatted(table);
      };
    }

    boolean isIn(String rights, String column) {
      String list = ", " + rights.toUpperCase(Locale.ROOT) + ",";
      String ofColumns = "%s\\([^)]*\\b%s\\b".formatted(name(), column.toUpperCase(Locale.ROOT));
      return list.contains(", " + name() + ",") || Pattern.compile(ofColumns).matcher(list).find();
    }
  }
}
