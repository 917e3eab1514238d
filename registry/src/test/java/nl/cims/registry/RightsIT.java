// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import nl.cims.testkit.postgres.Database;
import nl.cims.testkit.postgres.Rights;
import org.junit.jupiter.api.Test;

/// What each role may do to each table, sequence, function and schema of both databases: as their
/// files say, and nothing else.
class RightsIT {

  private static final String APPLICATION = "registry_app";
  private static final String KEYRING = "registry_keyring";

  private final Database database = RegistryProcess.running().database();
  private final Rights rights = Rights.in(database, "registry_");
  private final List<String> expected = Rights.expected(RightsIT.class, "rights.txt");

  private final Database keyring = RegistryProcess.running().keyring();
  private final Rights keyringRights = Rights.in(keyring, "registry_");
  private final List<String> keyringExpected =
      Rights.expected(RightsIT.class, "rights-keyring.txt");

  @Test
  void everyRoleMayDoWhatItsLinesSayAndNothingElse() {
    assertThat(rights.differences(expected)).isEmpty();
    assertThat(keyringRights.differences(keyringExpected)).isEmpty();
  }

  @Test
  void noRoleOwnsAnythingOrIsMoreThanALogin() {
    assertThat(expected)
        .filteredOn(line -> line.startsWith("role "))
        .isNotEmpty()
        .allMatch(line -> line.endsWith("| logs in"));
  }

  /// The catalogue could be misread; PostgreSQL itself is asked too.
  @Test
  void postgresqlRefusesAndAllowsJustThat() {
    List<String> roles =
        expected.stream()
            .filter(line -> line.startsWith("role "))
            .map(line -> line.split(" ")[1])
            .toList();
    assertThat(roles).contains(APPLICATION, KEYRING);
    assertThat(rights.surprises(expected, roles)).isEmpty();
    assertThat(keyringRights.surprises(keyringExpected, roles)).isEmpty();
  }

  /// The negative control of the tests above.
  @Test
  void aNewTableAndARightTooMuchAreNoticed() throws SQLException {
    as(
        database,
        "CREATE TABLE person.planted (a int)",
        "GRANT SELECT ON person.planted TO PUBLIC",
        "GRANT UPDATE ON immunisation.state TO " + APPLICATION);
    try {
      assertThat(rights.differences(expected))
          .contains(
              "table person.planted | PUBLIC SELECT; registry_app SELECT",
              "table immunisation.state | registry_app");
      assertThat(rights.surprises(expected, List.of(APPLICATION)))
          .containsExactly(APPLICATION + " UPDATE on immunisation.state: is allowed");
    } finally {
      as(
          database,
          "DROP TABLE person.planted",
          "REVOKE UPDATE ON immunisation.state FROM " + APPLICATION);
    }
    assertThat(rights.differences(expected)).isEmpty();
  }

  /// The same for the keyring: who works in the register reaches no key.
  @Test
  void aRightTooMuchInTheKeyringIsNoticed() throws SQLException {
    as(keyring, "GRANT DELETE ON keyring.destroyed TO " + KEYRING);
    try {
      assertThat(keyringRights.differences(keyringExpected)).contains("table keyring.destroyed");
      assertThat(keyringRights.surprises(keyringExpected, List.of(APPLICATION, KEYRING)))
          .containsExactly(KEYRING + " DELETE on keyring.destroyed: is allowed");
    } finally {
      as(keyring, "REVOKE DELETE ON keyring.destroyed FROM " + KEYRING);
    }
    assertThat(keyringRights.differences(keyringExpected)).isEmpty();
  }

  private static void as(Database database, String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.migrateUser(), database.migratePassword());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
