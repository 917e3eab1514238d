// SPDX-License-Identifier: EUPL-1.2
package nl.cims.benchmarks.attack;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.cims.benchmarks.Browser;
import nl.cims.benchmarks.Browser.Page;
import nl.cims.benchmarks.CannotMeasure;
import nl.cims.benchmarks.RunningDemo;
import nl.cims.testkit.staff.Invitation;
import nl.cims.testkit.staff.SoftPasskey;

/// Staff of the attack's own: entered in the broker's database, since in the demo nobody else has
/// passkeys that a program can use; logged in at the console as anybody is. Suspended at the end.
final class Employees implements AutoCloseable {

  private static final String SUSPEND =
      "UPDATE broker.staff SET suspended_at = now() WHERE name = ?";
  private static final String OPTIONS = "data-options";

  private final RunningDemo demo;
  private final List<String> names = new ArrayList<>();

  Employees(RunningDemo demo) {
    this.demo = demo;
  }

  /// Somebody new in these roles, who comes in with his passkey and stands on his first page.
  Visitor invited(String... roles) throws InterruptedException {
    SoftPasskey passkey = new SoftPasskey(demo.address("brokerStaff").toString());
    enrol(passkey, code(List.of(roles)));
    return () -> login(passkey);
  }

  private Visit login(SoftPasskey passkey) throws InterruptedException {
    Browser browser = new Browser(demo.tls());
    Page login = browser.get(demo.address("console").resolve("/nl/inloggen"));
    Page home =
        post(browser, login, "/staff/login", Map.of("credential", passkey.get(options(login))));
    if (home.status() != 200
        || !home.address().getAuthority().equals(demo.address("console").getAuthority())) {
      throw new CannotMeasure("the login of staff stops at " + home);
    }
    return new Visit.Guest(browser, home.address());
  }

  private String code(List<String> roles) {
    String name = "Attack " + UUID.randomUUID();
    names.add(name);
    try (Connection connection = broker()) {
      return Invitation.of(connection, name, roles).orElseThrow();
    } catch (SQLException refused) {
      throw new CannotMeasure("nobody can be entered in the broker's database", refused);
    }
  }

  /// With his code he registers two passkeys; the second is lost at once.
  private void enrol(SoftPasskey passkey, String code) throws InterruptedException {
    Browser browser = new Browser(demo.tls());
    URI broker = demo.address("brokerStaff");
    Page entry = browser.get(broker.resolve("/staff/code"));
    Page passkeys = post(browser, entry, "/staff/code", Map.of("code", code));
    for (SoftPasskey each : List.of(passkey, new SoftPasskey(broker.toString()))) {
      passkeys =
          post(
              browser,
              passkeys,
              "/staff/passkeys/add",
              Map.of("credential", each.create(options(passkeys)), "name", "Attack"));
    }
  }

  private static Page post(Browser browser, Page page, String path, Map<String, String> fields)
      throws InterruptedException {
    Map<String, String> all = new LinkedHashMap<>(page.hidden());
    all.putAll(fields);
    return browser.post(page.address().resolve(path), all);
  }

  private static String options(Page page) {
    return page.attribute(OPTIONS)
        .orElseThrow(() -> new CannotMeasure("the broker asks for no passkey at " + page));
  }

  private Connection broker() throws SQLException {
    RunningDemo.Login login = demo.database("broker");
    return DriverManager.getConnection(login.url(), login.user(), login.password());
  }

  @Override
  public void close() {
    try (Connection connection = broker();
        PreparedStatement suspend = connection.prepareStatement(SUSPEND)) {
      for (String name : names) {
        suspend.setString(1, name);
        suspend.executeUpdate();
      }
    } catch (SQLException refused) {
      throw new CannotMeasure("the attack's own staff cannot be suspended", refused);
    }
  }
}
