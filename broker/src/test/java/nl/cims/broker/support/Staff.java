// SPDX-License-Identifier: EUPL-1.2
package nl.cims.broker.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/// The staff of the shared broker: three administrators, and whoever a test needs.
public final class Staff {

  private static Staff shared;

  public final RunningBroker broker;
  public final Employee first;
  public final Employee second;
  public final Employee third;

  private Staff(RunningBroker broker, String firstCode) {
    this.broker = broker;
    this.first = new Employee(broker).enrol(firstCode).login();
    this.second = enrolled(first.invites("Second", "ADMINISTRATOR")).login();
    this.third = approved("Third", "ADMINISTRATOR").login();
  }

  /// The one of this JVM.
  ///
  /// @param firstCode what the log says at the first start
  public static synchronized Staff shared(RunningBroker broker, String firstCode) {
    if (shared == null) {
      shared = new Staff(broker, firstCode);
    }
    return shared;
  }

  public static synchronized boolean isThere() {
    return shared != null;
  }

  /// Somebody new in this role, who has registered his passkeys.
  public Employee approved(String name, String role) {
    return new Employee(broker).enrol(invited(name, role));
  }

  /// The code of somebody new.
  public String invited(String name, String role) {
    assertThat(first.invites(name, role).headers().firstValue("Location"))
        .hasValue("/staff/people?told=WAITS");
    return Employee.code(
        second.does("/staff/proposals/approve", Map.of("id", proposal(name).toString())));
  }

  /// The id of an account.
  public UUID id(String name) {
    return uuid("SELECT id FROM broker.staff WHERE name = ?", name);
  }

  /// What waits for an account.
  public UUID proposal(String name) {
    return uuid(
        "SELECT p.id FROM broker.staff_proposal p JOIN broker.staff s ON s.id = p.subject"
            + " WHERE s.name = ? AND p.decided_at IS NULL",
        name);
  }

  /// How often the journal names this act for an account.
  public int acts(String name, String act) {
    return Integer.parseInt(
        value(
            "SELECT count(*)::text FROM broker.staff_journal j JOIN broker.staff s ON s.id ="
                + " j.subject WHERE s.name = ? AND j.act = '"
                + act
                + "'",
            name));
  }

  public void update(String sql) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Employee enrolled(HttpResponse<String> coded) {
    return new Employee(broker).enrol(Employee.code(coded));
  }

  private UUID uuid(String sql, String name) {
    return UUID.fromString(value(sql, name));
  }

  private String value(String sql, String name) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      ResultSet found = statement.executeQuery();
      assertThat(found.next()).as("a row for %s", name).isTrue();
      return found.getString(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(broker.database().url(), broker.database().superuser(), "");
  }
}
