// SPDX-License-Identifier: EUPL-1.2
package nl.cims.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.cims.testkit.staff.Invitation;

/// Somebody of the staff in each role. A passkey lives in its device, so the demo cannot make any:
/// who has none yet gets a one-time code, as an invitation would give him, to register his own.
final class Employees {

  private static final Pattern FIRST = Pattern.compile("[0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}$");

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
        Invitation.of(connection, example.person, List.of(example.name()))
            .ifPresent(code -> codes.put("%s (%s)".formatted(example.person, example), code));
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
}
