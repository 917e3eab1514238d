// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody of the staff in each role. A passkey lives in its device, so the demo cannot make any:
/// who has none yet gets a one-time code, as an invitation would give him, to register his own.
final class Employees {

  private static final Pattern FIRST = Pattern.compile("[0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}$");
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private static final String ADD =
      """
      INSERT INTO broker.staff (id, name, roles, created_at)
      SELECT gen_random_uuid(), ?, ARRAY[?], now()
      WHERE NOT EXISTS (SELECT FROM broker.staff WHERE name = ?)
      """;

  /// The broker keeps the SHA-256 of a code without its hyphens.
  private static final String PUT_CODE =
      """
      INSERT INTO broker.staff_code (staff, hash, expires_at)
      SELECT s.id, sha256(convert_to('code:' || replace(?, '-', ''), 'UTF8')), now() + interval '24 hours'
      FROM broker.staff s
      WHERE s.name = ? AND s.suspended_at IS NULL
        AND NOT EXISTS (SELECT FROM broker.passkey p WHERE p.staff = s.id)
      ON CONFLICT (staff) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at
      """;

  private static final String ADMINISTRATED =
      "SELECT count(*) FROM broker.staff WHERE administrates_since IS NOT NULL";

  private final Postgres postgres;
  private final Path log;

  /// @param log the broker's
  Employees(Postgres postgres, Path log) {
    this.postgres = postgres;
    this.log = log;
  }

  private enum Example {
    REGISTRAR("Roos Verbeek"),
    MEDICAL_ADVISER("Milan de Graaf"),
    RECALL_MANAGER("Yara Postma"),
    SUPPLY_MANAGER("Bram Koster"),
    AUDITOR("Lotte Kuipers");

    private final String person;

    Example(String person) {
      this.person = person;
    }
  }

  /// The codes of those who have still to register passkeys, by name and role.
  Map<String, String> codes() {
    Map<String, String> codes = new LinkedHashMap<>();
    try (Connection connection = postgres.database("broker").getConnection()) {
      if (!hasAdministrator(connection)) {
        first().ifPresent(code -> codes.put("Beheerder (ADMINISTRATOR)", code));
      }
      for (Example example : Example.values()) {
        execute(connection, ADD, example.person, example.name(), example.person);
        String code = code();
        if (execute(connection, PUT_CODE, code, example.person) == 1) {
          codes.put("%s (%s)".formatted(example.person, example), code);
        }
      }
      return codes;
    } catch (SQLException failed) {
      throw new CannotProceed("The employees of the demo cannot be entered.", failed);
    }
  }

  /// What the broker wrote to its log at this start.
  private Optional<String> first() {
    try (var lines = Files.lines(log)) {
      return lines
          .map(FIRST::matcher)
          .filter(found -> found.find())
          .map(found -> found.group())
          .reduce((earlier, later) -> later);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static boolean hasAdministrator(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADMINISTRATED);
        ResultSet count = statement.executeQuery()) {
      return count.next() && count.getInt(1) > 0;
    }
  }

  private static int execute(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  private static String code() {
    String drawn =
        RANDOM
            .ints(20, 0, ALPHABET.length())
            .mapToObj(each -> String.valueOf(ALPHABET.charAt(each)))
            .collect(Collectors.joining());
    return drawn.replaceAll("(.{5})(?!$)", "$1-");
  }
}
